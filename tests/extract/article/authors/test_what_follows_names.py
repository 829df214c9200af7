"""What stands behind or in the place of a name in a byline: days, sentences, mail, labels; and who signs below."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article

PROSE = [f"The wheel of mill number {n} has stood still since August, and nobody has oiled it." for n in range(6)]
SENTENCE = "Es ist zu teuer, das Wasser in Wagen zu holen, sagte Ruth Kalder vom Verband der Landwirte."


def article(byline: str = "", end: str = "", head: str = "", lang: str = "en") -> Article:
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"<html lang={lang}><head><title>The dry mill</title>{head}</head><body><div><h1>The dry mill</h1>"
    return extract_article(f"{page}{byline}<div>{text}{end}</div></div>")


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("<p>Oleh <span>Bayu Pratama</span> pada <time>Senin, 4 Mei 2026 - 18:05</time></p>", "Bayu Pratama"),
        ("<p>Di Gino Verga. Pubblicato il 14 aprile 2025 alle 08:30</p>", "Gino Verga"),
        ("<p>Автор: Иван Берг. Опубликовано 14 апреля 2025 в 08:30</p>", "Иван Берг"),
        (
            '<p>Von <a href="/u/1">Clara Dahl</a> <a href="mailto:c@x.example">E-Mail an die Autorin</a></p>',
            "Clara Dahl",
        ),
        (
            '<b>Ann Hale</b> <a href="mailto:list@x.example">ann at mill.example</a><br><i>4 Mar 2026</i>',
            "Ann Hale",
        ),
        ('<div><a href="https://post.example/@ana">Ana Ríos</a></div><div>14 abr 2026</div>', "Ana Ríos"),
        ("<p>Por Maria do Carmo dos Santos e Silva</p>", "Maria do Carmo dos Santos e Silva"),
        ("<p>Par Jean-Karl de La Tour d’Auvernay</p>", "Jean-Karl de La Tour d’Auvernay"),
        ("<p>记者 王小梅 通讯员 李强</p>", "王小梅, 李强"),
        ("<p>Jonas Wijaya - Kabar Dataran</p><p>14 Apr 2025</p>", "Jonas Wijaya"),
        ("<p>Иван Берг, Анна Гора</p><p>14 апреля 2025</p>", "Иван Берг, Анна Гора"),
        ("<p>लेखक: अनिता शर्मा</p><p>14 अप्रैल 2025</p>", "अनिता शर्मा"),
        ("<p>Por Ana Ríos</p><p>14 de septiembre de 2025</p>", "Ana Ríos"),
        ("<p>by Ann Hale ● March 4, 2026 ● 6 min read</p>", "Ann Hale"),
        ("<p>Von Clara Dahl ■ 4. März 2026 ■ 6 Minuten</p>", "Clara Dahl"),
        ("<p>Par Léa Marin ▪ 4 mars 2026</p>", "Léa Marin"),
    ],
)
def test_a_byline_ends_with_its_names_and_is_no_text(byline: str, name: str) -> None:
    told = article(byline)
    assert (", ".join(told.authors), told.text.split("\n")) == (name, PROSE)


@pytest.mark.parametrize(
    "byline",
    [
        "By Staff Reporter",
        "Von unserer Redaktion",
        "Por Redacción",
        "Par la rédaction",
        "Por Da Redação",
        "Oleh: Tim Redaksi",
        "Haber Merkezi",
        "By News Desk",
        "編集部",
        "От редакции",
        "By No Comments",
    ],
)
def test_a_label_in_the_place_of_a_name_names_nobody_and_is_no_text(byline: str) -> None:
    told = article(f"<p>{byline}</p><p>14.04.2025</p>")
    assert (told.authors, told.text.split("\n")) == ((), PROSE)


@pytest.mark.parametrize(
    "sentence", [SENTENCE, "Published by arrangement with the Valley Press under its licence."]
)
def test_nobody_is_named_by_a_sentence(sentence: str) -> None:
    assert article(end=f"<p>{sentence}</p>").authors == ()


def test_journals_declare_the_family_first() -> None:
    names = ("Ambros, Stella H.", "van Dam, Petra")
    head = "".join(f'<meta name="citation_author" content="{name}">' for name in names)
    assert article(head=head).authors == ("Stella H. Ambros", "Petra van Dam")


@pytest.mark.parametrize("end", ["<p>— Marta Holm</p>", "<p><i>Marta Holm</i></p>"])
def test_a_name_behind_a_dash_or_in_italics_signs(end: str) -> None:
    told = article(end=end)
    assert (told.authors, told.text.split("\n")) == (("Marta Holm",), PROSE)


def test_who_said_the_quotation_at_the_end_signs_nothing() -> None:
    told = article(end="<p>“The mill will turn again, or I will not.”</p><p>— Marta Holm</p>")
    assert told.authors == ()
    assert told.text.endswith("— Marta Holm")


def test_a_name_in_brackets_signs_a_japanese_text() -> None:
    assert article(end="<p>(大野直子)</p>", lang="ja").authors == ("大野直子",)


@pytest.mark.parametrize("byline", ["<p>By Marta Holm</p>", ""])
def test_what_is_told_of_the_author_below_the_text_is_none_of_it(byline: str) -> None:
    told = article(byline, "<p><em>Marta Holm, born in 1971, keeps bees. Her last book is “Dry Wheels”.</em></p>")
    assert (told.authors, told.text.split("\n")) == (("Marta Holm",), PROSE)


def test_what_is_told_of_a_person_in_the_text_stays() -> None:
    end = "<p>The miller is Marta Holm.</p><p><em>Marta Holm sold the wheel in October for its iron.</em></p>"
    assert article(end=end).text.endswith("for its iron.")


@pytest.mark.parametrize(
    "label", ["Von 3 Kommentare", "Por Sin comentarios", "Par Aucun commentaire", "By 12 comments"]
)
def test_how_many_comments_there_are_is_no_author(label: str) -> None:
    assert article(f"<p>{label}</p>").authors == ()
