"""Names of sources in rows: the paper, and nothing around it."""

import pytest

from tuinews.ui.widgets.entries.short_names import short_name


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Tin mới nhất - Sông Hương RSS", "Sông Hương"),
        ("Sông Hương Online - Trang chủ", "Sông Hương"),
        ("Báo Sông Hương điện tử", "Báo Sông Hương"),
        ("RSS | The Garwick Record", "The Garwick Record"),
        ("The Garwick Record » Latest news", "The Garwick Record"),
        ("Harbour: top stories", "Harbour"),
        ("みなと新聞 - 最新", "みなと新聞"),
        ("Der Leuchtturm | Startseite", "Der Leuchtturm"),
        ("News", "News"),
        ("", ""),
        ("The Sea", "The Sea"),
        ("Tin-mới Q&A", "Tin-mới Q&A"),
        ("X - Y", "X"),
    ],
)
def test_a_name_is_short(title: str, short: str) -> None:
    assert short_name(title) == short
