"""Words around a block of code that are none of it: names of languages, and what buttons say."""

import re

from tuinews.extract.page.patterns import words

LANGUAGES = words(
    """
    ada apache apex asm assembly awk bash basic bat batch c c# c++ clojure cmake cobol coffeescript console
    cpp crystal csharp css csv cuda cypher d dart delphi diff docker dockerfile dotenv elisp elixir elm
    erlang f# fish fortran fsharp gherkin glsl go golang gradle graphql groovy handlebars haskell hcl hlsl
    html http ini java javascript jinja js json json5 jsonc jsx julia kotlin latex less lisp log lua
    makefile markdown markup matlab md mdx mermaid mysql nasm nginx nim nix objc objective-c objectivec
    ocaml pascal perl pgsql php plpgsql postgresql powershell prisma prolog promql properties proto protobuf
    ps1 pwsh py python r rb rego rs rst ruby rust sass scala scheme scss sh shell solidity sql stylus svelte
    swift tcl terminal terraform tex text toml ts tsx typescript vb vba vbnet verilog vhdl vim vue wasm wgsl
    xml yaml yml zig zsh plaintext
    """
)
"""Names of languages as labels and class names spell them, in lower case."""

_COPY = re.compile(
    r"(?:copy|copied|copier|copi[ae](?:r|do)?|kopier(?:en|a|t)?|kopiuj|skopiuj|kopyala|kopioi|kopírovat|másolás|salin|"
    r"копировать|скопировать|копіювати|αντιγραφή|نسخ|העתק|sao chép|chép|คัดลอก|复制|複製|コピー|복사)"
    r"(?: ?(?:the |le |el |den |das |o |il )?(?:code|código|codice|kod|kode|kód|mã|snippet|text|link)"
    r"|代码|程式碼|する| ?하기| (?:in)?to (?:the )?clipboard)?!?",
    re.IGNORECASE,
)
_BUTTONS = words("run expand collapse wrap raw play download edit plain")


def is_copy_words(text: str) -> bool:
    """Whether a text is what a button beside a block of code says."""
    line = " ".join(text.split())[:60]
    return _COPY.fullmatch(line) is not None or line.lower() in _BUTTONS


def language_in(label: str) -> str | None:
    """The language that a label names, in lower case; None where it names none."""
    name = " ".join(label.split())[:24].lower()
    return name if name in LANGUAGES else None
