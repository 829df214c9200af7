"""An article, or a part of it, in the forms in which people pass it on."""

from enum import StrEnum

from tuinews.language import N_
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.typeset.dates import full_date
from tuinews.typeset.markdown_spans import escaped, link


class CopyForm(StrEnum):
    """The forms; the values are their names."""

    TITLE_AND_LINK = N_("Title and link")
    MARKDOWN_LINK = N_("Markdown link")
    QUOTATION = N_("Quotation with its source")
    TEXT = N_("Text")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text is from."""

    title: str
    url: str | None
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: When | None = None
    lang: str | None = None


def copy_forms(origin: Origin, quoted: str = "", text: str = "") -> dict[CopyForm, str]:
    """Each form that there is: `quoted` is what a quotation quotes, `text` what is copied as text."""
    title = clean_line(origin.title)
    forms = {CopyForm.TITLE_AND_LINK: "\n".join(filter(None, (title, origin.url)))}
    if origin.url:
        forms[CopyForm.MARKDOWN_LINK] = link(escaped(title or origin.url), origin.url)
    if quoted:
        forms[CopyForm.QUOTATION] = f"{_as_quote(quoted)}\n\n{_source(origin)}"
    if text:
        forms[CopyForm.TEXT] = text
    return forms


def _as_quote(text: str) -> str:
    """Each line behind the mark that letters and Markdown have for a quotation."""
    return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))


def _source(origin: Origin) -> str:
    """Who says it, where and when; the address on a line of its own."""
    date = full_date(origin.published, origin.lang) if origin.published else None
    parts = [", ".join(origin.authors), f"“{clean_line(origin.title)}”", origin.site, date]
    said = ", ".join(clean_line(part) for part in parts if part)
    return "\n".join(filter(None, (f"— {said}", origin.url)))
