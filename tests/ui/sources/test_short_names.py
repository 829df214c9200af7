"""Names of sources in rows: the paper, and nothing around it."""

import pytest

from tuinews.typeset.cells import width
from tuinews.ui.widgets.entries.short_names import cut_apart, shared_beginnings, short_name


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


@pytest.mark.parametrize(
    ("names", "cells", "drawn"),
    [
        (("Bản tin tuinews", "Bản tin tuinews: Tin mới"), 14, ["Bản tin tuine…", "Bản t… Tin mới"]),
        (("Bản tin tuinews", "Bản tin tuinews: Tin mới"), 30, ["Bản tin tuinews", "Bản tin tuinews: Tin mới"]),
        (("Báo Sông Hương - Kinh tế", "Báo Sông Hương - Thể thao"), 16, ["Báo Sôn… Kinh tế", "Báo Sô… Thể thao"]),
        (
            ("The Garwick Record: opinion of readers", "The Garwick Record: news"),
            12,
            ["…opinion of…", "The Ga… news"],
        ),
        (("みなと新聞 経済", "みなと新聞 文化"), 11, ["みな… 経済", "みな… 文化"]),
        (("Sea", "Seaside and harbour news"), 10, ["Sea", "Seaside a…"]),
        (("Same", "Same"), 3, ["Sa…", "Sa…"]),
    ],
)
def test_names_that_begin_alike_are_told_apart(names: tuple[str, ...], cells: int, drawn: list[str]) -> None:
    shared = shared_beginnings(names)
    assert [cut_apart(name, shared.get(name, ""), cells) for name in names] == drawn
    assert all(width(one) <= cells for one in drawn)
