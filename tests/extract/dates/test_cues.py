"""What texts call their dates."""

import pytest

from tuinews.extract.dates import Cue, counts_minutes, cue_of


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
