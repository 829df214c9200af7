"""Which linked pictures are cards of other articles, and which belong to this one."""

import pytest

from tuinews.extract.article.blocks.cards import is_card, leads_elsewhere
from tuinews.extract.article.blocks.figures import figure_of
from tuinews.extract.page.tree import parse

HERE = "https://coast.example/2024/03/harbour"


@pytest.mark.parametrize(
    ("href", "elsewhere"),
    [
        ("/2024/02/pier", True),
        ("https://www.coast.example/2024/02/pier?x=1", True),
        ("/2024/03/harbour", False),
        ("/2024/03/harbour/#comments", False),
        ("/", False),
        ("/img/harbour-large.jpg", False),
        ("/gallery/harbour/3", False),
        ("/photos/2024/harbour", False),
        ("https://agency.example/2024/02/pier", False),
        ("javascript:zoom()", False),
        ("mailto:desk@coast.example", False),
    ],
)
def test_another_page_of_the_site_is_told_by_its_address(href: str, elsewhere: bool) -> None:
    assert leads_elsewhere(href, HERE) is elsewhere


def test_no_page_is_another_where_the_own_address_is_not_known() -> None:
    assert not leads_elsewhere("/2024/02/pier", None)


@pytest.mark.parametrize(
    ("html", "card"),
    [
        ('<a href="/other"><img src="a.jpg" width="160"></a>', True),
        ('<a href="/other"><img src="a.jpg" width="640"></a>', False),
        ('<img src="a.jpg" width="160">', False),
        ('<a href="/other"><img src="a.jpg"></a><h4><a href="/other">Pier damaged</a></h4>', True),
        ('<div><a href="/other"><img src="a.jpg"></a></div><p><a href="/other">Pier damaged</a></p>', True),
        ('<a href="/other"><img src="a.jpg"><span>Pier damaged</span></a>', True),
        ('<a href="/other"><img src="a.jpg"></a><p><a href="/third">Pier damaged</a></p>', False),
        (
            '<a href="/other"><img src="a.jpg"></a><p><a href="/other">The pier</a> was damaged in February'
            " by heavy seas, and the harbour has been closed to all ships since then.</p>",
            False,
        ),
        ('<a href="a-large.jpg"><img src="a.jpg" width="160"></a>', False),
    ],
)
def test_a_card_is_small_or_stands_beside_its_title(html: str, card: bool) -> None:
    image = parse(html).css_first("img")
    assert image is not None
    figure = figure_of(image, HERE)
    assert figure is not None
    assert is_card(image, figure, HERE) is card
