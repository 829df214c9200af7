"""A headline of one or two accented letters that declares no charset is read in its own."""

import pytest

from tuinews.charset.charset import decode

HEADLINES = {
    "cp1252": """
        Forêt en feu|Où aller ce week-end|El niño perdido|España gana|Año nuevo|Três feridos|La città ferma
        Più tasse
        België wint|Financiële crisis|Però no|A naïve plan|Grève à Lyon|Élections 2026|Köln feiert|Straße gesperrt
        ¿Qué pasa hoy?|São Paulo alaga|Coração de mãe|È festa|Två döda|Älgen är lös|Høje priser|Hän voitti
        Café culture
        La fête à la forêt|Você é o próximo|Señor presidente|Ça va très bien|Der Bär ist los|Même pas peur|Ténèbres
    """,
    "cp1250": """
        Będzie mecz|Wybory w Łodzi|Śnieg w górach|Ceny rosną|Praha má vítěze|Volby příští rok|Vláda mlčí
        Esős idő jön
        Hőség Budapesten|A nő nyert|Nova škola|Počinje ljeto|Vođa otišao|Zăpadă mare|Ploaie la Bucureşti
        Alegeri în ţară
    """,
    "cp1257": "Žiema grįžta|Kaina auga mažai|Ąžuolas krito|Vēlēšanas Rīgā|Ziema nāk|Jaunā valdība|Sniegs Latvijā",
    "cp1254": "İstanbul'da yağmur|Türkiye kazandı|Işıklar söndü",
}
PAGES = (
    "<title>{0}</title><h1>{0}</h1>",
    "<rss><channel><title>News</title><item><title>{0}</title><link>http://x.example/1</link></item></channel></rss>",
)


@pytest.mark.parametrize("codec", HEADLINES)
@pytest.mark.parametrize("page", PAGES)
def test_a_short_headline_is_read_in_its_charset(codec: str, page: str) -> None:
    titles = [title.strip() for line in HEADLINES[codec].strip().splitlines() for title in line.split("|")]
    wrong = [title for title in titles if decode(page.format(title).encode(codec)) != page.format(title)]
    assert wrong == []
