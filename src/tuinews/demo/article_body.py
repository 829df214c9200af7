"""The blocks of a guide article as a newspaper's own HTML: pictures late, captions twice, notes at the foot.

Here is only what a newspaper does otherwise than the writer of `typeset/html.py`.
"""

from tuinews.demo.pictures import HEIGHT, WIDTH
from tuinews.model.document import Blocks, Document, Embed, Figure, Footnote, List, Paragraph, plain
from tuinews.typeset.html import HtmlWriter, as_text, note_id

_EMPTY_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def body_parts(document: Document) -> tuple[list[str], str]:
    """The blocks of the body, one string each, and the section of the footnotes ("" if there are none)."""
    paper = _Newspaper()
    blocks = [paper.block(block) for block in document.blocks if not isinstance(block, Footnote)]
    notes = [paper.block(block) for block in document.blocks if isinstance(block, Footnote)]
    section = '<section class="footnotes">\n<ol>\n' + "\n".join(notes) + "\n</ol></section>" if notes else ""
    return blocks, section


class _Newspaper(HtmlWriter):
    """HTML as newspapers write it."""

    def item(self, blocks: Blocks) -> str:
        """A single paragraph stands bare in an item of a list."""
        match blocks:
            case (Paragraph(spans), *rest) if all(isinstance(block, List) for block in rest):
                return "\n".join((self.spans(spans), *map(self.block, rest)))
        return self.blocks(blocks)

    def figure(self, figure: Figure) -> str:
        """A picture that a script would load when it is scrolled to, its caption in alt and figcaption alike."""
        alt = as_text(figure.alt or plain(figure.caption))
        picture = (
            f'<img class="lazy" src="{_EMPTY_PICTURE}" data-src="{as_text(figure.url)}" alt="{alt}"'
            f' width="{WIDTH}" height="{HEIGHT}">'
        )
        credit = f' <span class="credit">Ảnh: {as_text(figure.credit)}</span>' if figure.credit else ""
        words = self.spans(figure.caption) + credit
        caption = f"\n<figcaption>{words}</figcaption>" if words else ""
        return f'<figure class="picture">{picture}{caption}</figure>'

    def embed(self, embed: Embed) -> str:
        """A player in a frame."""
        title = as_text(embed.title or "")
        return f'<div class="video"><iframe src="{as_text(embed.url)}" title="{title}"></iframe></div>'

    def footnote(self, note: Footnote) -> str:
        """An item of the list at the foot, with an arrow back to where the text refers to it."""
        back = f' <a class="footnote-back" href="#fnref-{as_text(note.label)}">↩</a>'
        words = self.blocks(note.blocks).removesuffix("</p>")
        return f'<li id="{note_id(note.label)}">{words}{back}</p></li>'

    def reference(self, label: str, words: str) -> str:
        """The number of a note, raised by the paper itself."""
        return f'<sup id="fnref-{as_text(label)}">{super().reference(label, words)}</sup>'
