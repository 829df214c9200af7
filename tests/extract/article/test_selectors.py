"""Selectors are checked before they are kept."""

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.article.selectors import check_repair
from tuinews.model.article import Repair


@pytest.mark.parametrize(
    "repair",
    [Repair(), Repair("article > div.story"), Repair(drop=".ad, aside"), Repair("main:has(p)", "p.promo")],
)
def test_a_selector_that_is_one_passes(repair: Repair) -> None:
    check_repair(repair)


@pytest.mark.parametrize("selector", ["p[[", "", " ", ".a >", "a,,b", "!!", "p, " * 200 + "p"])
def test_one_that_is_none_is_named(selector: str) -> None:
    with pytest.raises(ExtractError, match="this is no CSS selector"):
        check_repair(Repair(body=selector))
    with pytest.raises(ExtractError, match="drop"):
        check_repair(Repair(drop=selector))
