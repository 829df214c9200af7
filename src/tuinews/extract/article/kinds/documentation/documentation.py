"""Documentation: the programs that make it name the element of its text, and almost all in there is of the text.

Lists of parameters, tables, code and one-line notes look like no prose, so the line model leaves out a part of
them. Where such an element is found all of its lines are kept but those of its navigation and its tools.
"""

import re
from functools import lru_cache

from tuinews.extract.article.kinds.documentation.lines_of_text import lines_in
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import MAX_NAME
from tuinews.extract.page.patterns import words
from tuinews.extract.page.structured import Structured
from tuinews.extract.page.tags import Trait

_GENERATOR = re.compile(
    r"docutils|sphinx|mkdocs|docusaurus|vitepress|vuepress|starlight|rustdoc|doxygen|javadoc|jsdoc|typedoc|docbook|"
    r"asciidoc|antora|gitbook|bookdown|quarto|mdbook|mandoc|groff|texinfo|makeinfo|pdoc|exdoc|yard|docfx|nextra|"
    r"latex2html|tex4ht|dokuwiki",
    re.IGNORECASE,
)
"""The programs as they call themselves in `<meta name=generator>`."""

_CONTAINERS = words(
    """
    bodywrapper bd-article furo-main-content rst-content docs-body-container md-content__inner
    theme-doc-markdown vp-doc theme-default-content sl-markdown-content mdbook-content devsite-article-body
    Documentation-content UnitReadme-content UnitDoc manual-text refentry td-content main-page-content
    wiki-content docMainContainer docContent markdownBody readme-content doc-content
    docs-content documentation-content docs-markdown nextra-content chapter-level-extent
    section-level-extent layout-body-main
    rm-Markdown mdx-content nextra-body quarto-document-content main-col-body
    docs_main markdown-section book-article
    """
)
"""Names that they give to the element of the text."""

_HASHED, _OF_RUSTDOC = ("docMainContainer_", "markdownBody_"), "content #main-content"
_OF_WIKI = "mw-parser-output"
_OF_FORGES = ("markdown-body entry-content", "markdown-body my-3", "markup markdown", "file-holder readme-holder")
"""Of a README and of the notes of a release, as GitHub, Gitea and GitLab name them."""

_MANUAL = re.compile(r"[\w.+:-]+ ?\(\d\w{0,3}\).{0,80}")
_MAIN = int(Trait.MAIN)

MOSTLY = 0.5
"""Share of the lines of a wiki's page that are kept as an article's, under which it is no article."""


def is_declared_documentation(page: Structured) -> bool:
    """Whether a program for documentation says that it made the page, or the page that it is a reference."""
    types = {node.get("@type") for node in page.nodes if isinstance(node.get("@type"), str)}
    return "APIReference" in types or _GENERATOR.search(page.meta("generator")) is not None


def is_manual(page_lines: PageLines) -> bool:
    """Whether a page is one of a manual: `name(1)` above its sections in capitals (man-pages(7))."""
    title = page_lines.lines[page_lines.h1].text if page_lines.h1 >= 0 else ""
    if not _MANUAL.fullmatch(title):
        return False
    headings = (line.text for line in page_lines.lines if page_lines.traits[line.element] & Trait.HEADING)
    sections = {heading.partition(" ")[0] for heading in headings}
    return "NAME" in sections and not sections.isdisjoint(("SYNOPSIS", "DESCRIPTION", "OPTIONS"))


def documentation_lines(page_lines: PageLines, *, declared: bool) -> list[int] | None:
    """The lines of the text, None where the page is no documentation or no element is told to be that of it."""
    container = _container(page_lines)
    if container is None and declared:
        container = _main(page_lines)
    return lines_in(page_lines, container) if container is not None else None


def wiki_lines(page_lines: PageLines, kept: list[int]) -> list[int] | None:
    """The lines of a page of a wiki that is mostly lists of links, which are its text; None of another page."""
    container = page_lines.names.index(_OF_WIKI) if _OF_WIKI in page_lines.index.each else None
    whole = lines_in(page_lines, container) if container is not None else None
    if whole is None:
        return None
    sizes = [sum(page_lines.lines[place].size for place in places) for places in (kept, whole)]
    return whole if sizes[0] < MOSTLY * sizes[1] else None


@lru_cache(maxsize=20_000)
def _is_container(name: str) -> bool:
    if name == _OF_RUSTDOC or any(part in name for part in _OF_FORGES):
        return True
    return any(
        word in _CONTAINERS or word.startswith(_HASHED) for word in name[:MAX_NAME].replace("#", " ").split()
    )


def _main(page_lines: PageLines) -> int | None:
    """The first element that is the main one by its tag or role."""
    return next((element for element, traits in enumerate(page_lines.traits) if traits & _MAIN), None)


def _container(page_lines: PageLines) -> int | None:
    """The element with the name of the text and the most lines; of equals the innermost."""
    index = page_lines.index
    if _CONTAINERS.isdisjoint(index.words) and not any(
        name in index.joined for name in (*_HASHED, _OF_RUSTDOC, *_OF_FORGES)
    ):
        return None
    found = index.called(_is_container)
    return max(found, key=lambda one: (page_lines.last[one] - page_lines.first[one], one), default=None)
