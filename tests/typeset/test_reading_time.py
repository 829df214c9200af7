"""How long articles take to read, in several scripts."""

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.typeset.reading_time import reading_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("word " * 230, 1),
        ("reading " * 1150, 9),
        ("Việt Nam đang đọc báo mỗi ngày " * 200, 5),
        ("桜が満開になりました。" * 300, 10),
        ("السلام عليكم " * 600, 11),
    ],
)
def test_a_text_takes_so_many_minutes_as_its_script_is_read(text: str, minutes: int) -> None:
    assert reading_minutes(Article(None, "", Document((Paragraph((Span(text),)),)))) == minutes
