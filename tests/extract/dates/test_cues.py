"""What texts call their dates."""

import pytest

from tuinews.extract.dates import Cue, cue_of


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
