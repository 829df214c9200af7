"""What texts call their dates."""

import pytest

from tuinews.extract.dates import Cue, counts_minutes, cue_of, is_only_a_date


@pytest.mark.parametrize(
    ("text", "lang", "cue"),
    [
        ("Published: 5 May 2024", "en", Cue.PUBLISHED),
        ("Last updated on 5 May 2024", "en-GB", Cue.UPDATED),
        ("Veröffentlicht am 5. Mai 2024, aktualisiert am 6. Mai 2024", "de", Cue.PUBLISHED),
        ("Güncelleme: 05.05.2024", "tr", Cue.UPDATED),
        ("Cập nhật 5/5/2024", "vi", Cue.UPDATED),
        ("更新日：2024年5月5日", "ja", Cue.UPDATED),
        ("Mis à jour le 5 mai 2024", None, Cue.UPDATED),
        ("By Ann Roe, 5 May 2024", "en", None),
        ("", None, None),
    ],
)
def test_the_words_of_a_date_line(text: str, lang: str | None, cue: Cue | None) -> None:
    assert cue_of(text, lang) is cue


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Lesezeit: 3 Minuten", True),
        ("Temps de lecture : 3 min", True),
        ("この記事は約3分で読めます。", True),
        ("읽는 시간 3분", True),
        ("Okuma süresi: 3 dk", True),
        ("وقت القراءة: 3 دقائق", True),
        ("पढ़ने का समय: 3 मिनट", True),
        ("3-4 minute read", True),
        ("3 minutes ago", False),
        ("vor 3 Minuten", False),
        ("3 Mai 2026", False),
    ],
)
def test_minutes_are_counted_in_every_language_and_no_age_is_told(text: str, *, counts: bool) -> None:
    assert counts_minutes(text) is counts


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("شنبه ۷ آذر ۱۴۰۵", True),
        ("۷ آذر ۱۴۰۵", True),
        ("السبت 18 جمادى الآخرة 1448 هـ", True),
        ("שבת, י״ח בכסלו תשפ״ז", True),
        ("शनिवार १३ मंसिर २०८३", True),
        ("令和8年11月28日", True),
        ("शनिबार, १२ मंसिर २०८३", True),
        ("fimmtudagur 26. nóvember", True),
        ("ceturtdiena, 26. novembris", True),
        ("Alhamisi, 26 Novemba 2026", True),
        ("വ്യാഴം, 26 നവംബർ 2026", True),
        ("ਵੀਰਵਾਰ 26 ਨਵੰਬਰ 2026", True),
        ("dydd Iau 26 Tachwedd 2026", True),
        ("۷ آذر ۱۴۰۵ تهران", False),
        ("پل بندر در ۷ آذر ۱۴۰۵ بسته شد", False),
    ],
)
def test_a_day_of_another_calendar_is_a_date_and_nothing_else(text: str, *, is_date: bool) -> None:
    assert is_only_a_date(text) is is_date
