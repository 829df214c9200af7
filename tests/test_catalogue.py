import pytest

from tuinews.address import host_of, tidy
from tuinews.catalogue import catalogue, for_language, starter_set


def test_every_source_can_be_fetched_and_is_named_once() -> None:
    sources = catalogue()
    assert len(sources) == 69
    assert len({source.name for source in sources}) == 69
    assert len({source.feed or source.site for source in sources}) == 69
    for source in sources:
        for address in filter(None, (source.site, source.feed)):
            assert tidy(address) is not None
            assert host_of(address)
        assert len(source.lang) == 2
        assert len(source.country) == 2


def test_the_list_is_in_order() -> None:
    rows = [(source.lang, source.topic, source.name.casefold()) for source in catalogue()]
    assert rows == sorted(rows)


@pytest.mark.parametrize("lang", ["vi", "vi_VN", "vi-VN"])
def test_the_own_language_comes_first_and_general_news_before_topics(lang: str) -> None:
    sources = for_language(lang)
    assert len(sources) == 69
    assert [source.lang for source in sources[:36]] == ["vi"] * 36
    assert {source.topic for source in sources[:8]} == {"general", "agency"}
    assert sources[36].lang == "en"


@pytest.mark.parametrize(("lang", "own"), [("vi", 6), ("en", 6), ("fr", 2), ("ja", 1), ("sv", 0)])
def test_a_starter_set_has_the_own_language_and_the_world(lang: str, own: int) -> None:
    chosen = starter_set(lang)
    assert 6 <= len(chosen) <= 8
    assert len(set(chosen)) == len(chosen)
    assert [source.lang for source in chosen[:own]] == [lang] * own
    assert all(source.lang == "en" for source in chosen[own:])
