"""The forms in which an article is passed on."""

from datetime import UTC, datetime

from tuinews.model.when import When
from tuinews.typeset.page.copy_forms import CopyForm, Origin, copy_forms

WHEN = When(datetime(2026, 11, 24, tzinfo=UTC))
ORIGIN = Origin("A [bold] title", "https://a.example/x(1)", ("Ada", "Bo"), "a.example", WHEN, "en")


def test_each_form_says_what_it_is_from() -> None:
    forms = copy_forms(ORIGIN, "One.\n\nTwo.", "def f():\n    pass")
    assert forms[CopyForm.TITLE_AND_LINK] == "A [bold] title\nhttps://a.example/x(1)"
    assert forms[CopyForm.MARKDOWN_LINK] == r"[A \[bold\] title](<https://a.example/x(1)>)"
    quotation = forms[CopyForm.QUOTATION].split("\n")
    assert quotation[:4] == ["> One.", ">", "> Two.", ""]
    assert quotation[4].startswith("— Ada, Bo, “A [bold] title”, a.example, ")
    assert quotation[5:] == ["https://a.example/x(1)"]
    assert forms[CopyForm.TEXT] == "def f():\n    pass"


def test_what_there_is_not_is_not_offered() -> None:
    assert copy_forms(Origin("Title", None)) == {CopyForm.TITLE_AND_LINK: "Title"}
    assert copy_forms(Origin("", "https://a.example/"))[CopyForm.MARKDOWN_LINK] == (
        "[https://a.example/](<https://a.example/>)"
    )
