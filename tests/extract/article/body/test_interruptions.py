"""What interrupts a text and is none of it, and what looks like it and is."""

import pytest

from tuinews.extract.article import extract_article

TEXTS = {
    "en": (
        "The council of Merrow voted on Thursday to keep the old swimming baths open for two more winters.",
        "Repairs will cost three million, and nobody could say where the second half of the money comes from.",
        "“We swam there as children, and our children swim there now,” said Ada Quill, who collected signatures.",
        "Opponents point out that the new pool in Easton has room for twice as many swimmers and is half empty.",
        "A decision on the boiler, which dates from 1971, was put off until the engineers have measured the "
        "pipes.",
        "The baths open again on the first of November, from six in the morning, with shorter hours on Sundays.",
    ),
    "de": (
        "Der Stadtrat von Merau hat am Donnerstag beschlossen, das alte Hallenbad noch zwei Winter offen zu "
        "halten.",
        "Die Reparatur kostet drei Millionen Euro, und niemand konnte sagen, woher die zweite Hälfte kommen soll.",
        "„Wir sind dort als Kinder geschwommen, und unsere Kinder schwimmen heute dort“, sagte Ada Quell am "
        "Abend.",
        "Gegner weisen darauf hin, dass das neue Bad in Ostheim doppelt so viel Platz hat und oft halb leer "
        "steht.",
        "Eine Entscheidung über den Kessel von 1971 wurde vertagt, bis die Ingenieure die Rohre vermessen haben.",
        "Das Bad öffnet am ersten November wieder, um sechs Uhr morgens, mit kürzeren Zeiten an Feiertagen.",
    ),
    "fr": (
        "Le conseil municipal de Merval a décidé jeudi de garder ouverte la vieille piscine deux hivers encore.",
        "Les réparations coûteront trois millions, et personne ne savait d’où viendra la seconde moitié de "
        "l’argent.",
        "« Nous y avons nagé enfants, et nos enfants y nagent aujourd’hui », a dit Ada Quille devant la mairie.",
        "Les opposants rappellent que la nouvelle piscine d’Estville a deux fois plus de place et reste vide.",
        "La décision sur la chaudière, qui date de 1971, a été reportée jusqu’à ce que les tuyaux soient mesurés.",
        "La piscine rouvre le premier novembre, dès six heures du matin, avec des horaires réduits le dimanche.",
    ),
}


def lines(lang: str, between: str, place: int) -> list[str]:
    paragraphs = [f"<p>{text}</p>" for text in TEXTS[lang]]
    body = "".join([*paragraphs[:place], between, *paragraphs[place:]])
    page = (
        f"<html lang={lang}><head><title>Baths stay open</title></head><body><nav><a href=/>News</a></nav><main>"
        f"<article><h1>Baths stay open</h1><div class=article-body>{body}</div></article></main></body></html>"
    )
    return extract_article(page, "https://merrow.example/city/baths-stay-open").text.split("\n")


INTERRUPTIONS = {
    "a call to give": (
        "en",
        "<div><h3>Support the Merrow Post</h3><p>We have no owner. If you value what we do, please give a few "
        "pounds.</p><a href=/give>Donate now</a></div>",
    ),
    "what readers pay for": (
        "en",
        "<div class=paywall><h2>Keep reading for £1</h2><p>Unlimited access to all our stories. Cancel any "
        "time.</p><ul><li>Weekly letter</li><li>Puzzles</li></ul><a href=/sub>Subscribe now</a><p>Already a "
        "subscriber? <a href=/login>Log in</a></p></div>",
    ),
    "a request to let advertisements through": (
        "fr",
        "<div><h3>Un bloqueur de publicité est actif</h3><p>La publicité paie nos journalistes : pensez à "
        "désactiver votre bloqueur de publicité sur ce site.</p></div>",
    ),
    "an application and a channel": (
        "en",
        "<ul><li>📱 Download the Post app for news as it happens</li><li>📲 <a href=/w>Join our channel on "
        "WhatsApp</a></li></ul>",
    ),
    "a bold label before one long title": (
        "en",
        "<p><strong>More: </strong><a href=/pier>A pier is sold for one pound, and the buyer is a nun</a></p>",
    ),
    "a heading over links": (
        "en",
        "<div><h3>More on the baths</h3><ul><li><a href=/a>A pier is sold for one pound</a></li><li><a href=/b>"
        "The last tram leaves at noon</a></li></ul></div>",
    ),
    "who pays for a box": (
        "en",
        "<div class=box><p>Together with</p><h3>Oakum &amp; Tar</h3><p>The only grease that your boiler needs, "
        "sent to your door. <a href=/ad>Try it</a></p></div>",
    ),
    "consent under a heading": (
        "de",
        "<div class=opt-in><p>Empfohlener redaktioneller Inhalt</p><p>An dieser Stelle finden Sie einen "
        "externen Inhalt von "
        "Twitter, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen "
        "lassen.</p><label><input type="
        "checkbox>Externer Inhalt</label><p>Ich bin damit einverstanden, dass mir externe Inhalte angezeigt "
        "werden. Damit "
        "können personenbezogene Daten an Drittplattformen übermittelt werden.</p></div>",
    ),
    "consent in a box without a name": (
        "de",
        "<div><div><h3>Externer Inhalt</h3><p>Dieser externe Inhalt steht leider nicht zur Verfügung, da "
        "YouTube Daten in "
        "andere Länder übermittelt.</p><button>Inhalt anzeigen</button></div></div>",
    ),
    "consent in English": (
        "en",
        "<div class=e1><p>Allow Instagram content?</p><p>This article contains content provided by Instagram. "
        "We ask for your "
        "permission before anything is loaded, as they may be using cookies.</p><button>Accept and "
        "continue</button></div>",
    ),
    "consent in French": (
        "fr",
        "<div class=bloc><p>Ce contenu est bloqué car vous n’avez pas accepté les cookies.</p><p>En cliquant "
        "sur « J’accepte », "
        "des traceurs seront déposés et vous pourrez visualiser les contenus de YouTube.</p><a class=btn "
        "href='#'>J’accepte"
        "</a></div>",
    ),
    "consent in a figure": (
        "de",
        "<figure><div><p>Hier wird ein externer Inhalt von Facebook angezeigt, beim Laden werden "
        "personenbezogene Daten an "
        "Facebook übertragen.</p><button>Laden</button></div></figure>",
    ),
    "a summary by a machine": (
        "en",
        "<div class=box><h3>AI summary</h3><ul><li>The council of Merrow keeps the old baths "
        "open.</li><li>Half of the money "
        "is missing.</li></ul><p>This summary was generated by AI and reviewed by an editor.</p></div>",
    ),
    "a summary by a machine in German": (
        "de",
        "<div><p><strong>Zusammenfassung</strong></p><p>Das Hallenbad bleibt zwei Winter lang offen, die "
        "Reparatur kostet "
        "drei Millionen.</p><p>KI-generiert. Diese Zusammenfassung wurde mit Hilfe von künstlicher "
        "Intelligenz erstellt."
        "</p></div>",
    ),
    "read also": (
        "en",
        '<p><strong>Read also:</strong> <a href="/x">Why the baths of Easton are empty on weekdays</a></p>',
    ),
    "read also in French": (
        "fr",
        '<p><em>À lire aussi :</em> <a href="/x">Pourquoi les bains d’Estville sont vides</a></p>',
    ),
    "a box of others": (
        "de",
        '<div class=m><span>Mehr zum Thema</span><h4><a href="/x">Warum das Bad in Ostheim leer '
        "steht</a></h4><p>Das neue Bad "
        "hat Platz für sechshundert Schwimmer, aber an einem Werktag kommen nur achtzig.</p></div>",
    ),
    "an advertisement": (
        "en",
        "<p class=z>Sponsored content</p><p class=z>Learn to swim in ten lessons with AquaFit, now for half "
        "of the price until "
        "Sunday.</p>",
    ),
    "a form": (
        "en",
        "<div class=k><p>Sign up to our morning briefing and get the stories of the day in your "
        "inbox.</p><input type=email>"
        "<button>Sign up</button></div>",
    ),
    "a poll": (
        "en",
        "<div class=q><p>Should the baths stay open?</p><label><input type=radio>Yes</label><label><input "
        "type=radio>No</label>"
        "</div>",
    ),
    "a player": (
        "en",
        "<div class=a><p>Listen to this article</p><span>0:00</span><span>4:12</span><p>This audio is "
        "auto-generated.</p></div>",
    ),
    "a call without a form": (
        "en",
        "<div class=n><p>Sign up for our newsletter and read the stories of Merrow before breakfast.</p></div>",
    ),
    "a call in German": (
        "de",
        "<div class=n><p>Abonnieren Sie unseren Newsletter und lesen Sie, was in Merau geschieht.</p></div>",
    ),
    "links to services": (
        "en",
        '<p>Follow us on <a href="https://facebook.com/merrow">Facebook</a> and <a '
        'href="https://x.com/merrow">X</a>.</p>',
    ),
    "a box of facts": (
        "en",
        "<div class=factbox><h4>The baths of Merrow</h4><p>Built in 1911, the baths have two pools and forty "
        "tubs.</p></div>",
    ),
    "the numbers of a chart": (
        "en",
        "<figure><div><ul><li>2019</li><li>74,210</li><li>2020</li><li>12,310</li></ul></div><figcaption>Visitors</figcaption>"
        "</figure>",
    ),
}


@pytest.mark.parametrize("place", [2, 6])
@pytest.mark.parametrize("name", INTERRUPTIONS)
def test_what_interrupts_a_text_is_left_out(name: str, place: int) -> None:
    lang, between = INTERRUPTIONS[name]
    assert lines(lang, between, place) == list(TEXTS[lang])


PARTS = {
    "a paragraph about consent": "<p>YouTube must ask for consent before it sets a cookie, a court said of "
    "such pages in May.</p>",
    "a paragraph about machines": "<p>This summary of the plans was generated by AI, the mayor said, and it "
    "was wrong twice.</p>",
    "a paragraph with two posts": '<p>She wrote so on <a href="https://x.com/ada/status/1">X</a> and again on '
    "<a href="
    '"https://facebook.com/ada/posts/2">Facebook</a>, where she was asked about it.</p>',
    "a paragraph about a newsletter": "<p>Nobody may subscribe to the newsletter of the baths before June.</p>",
    "a paragraph with links": '<p>Read more about the boiler in the <a href="/b">report of the engineers</a>, '
    "which came in May.</p>",
}


@pytest.mark.parametrize("name", PARTS)
def test_what_only_looks_like_it_stays(name: str) -> None:
    assert len(lines("en", PARTS[name], 3)) > len(TEXTS["en"])


def test_a_page_that_is_about_consent_stays() -> None:
    notices = "".join(
        f"<div class=c><p>Notice number {n} said: this external content from YouTube needs your consent to "
        f"cookies.</p>"
        "<button>Copy</button></div>"
        for n in range(12)
    )
    assert len(lines("en", notices, 3)) > len(TEXTS["en"])


def test_a_summary_by_a_machine_is_told_in_scripts_without_blanks() -> None:
    texts = [
        f"海峡を渡るフェリーが十月から夜間も運航することになり、島の住民は第{n}便を桟橋で待った。"
        for n in range(6)
    ]
    box = "<div class='x'><p>AI要約</p><p>夜間フェリーが運航する。</p>"
    box += "<p>この要約はAIによって生成されました。</p></div>"
    page = (
        f"<html><body><h1>夜の渡し船</h1><div>{box}{''.join(f'<p>{one}</p>' for one in texts)}</div></body></html>"
    )
    assert extract_article(page).text.split("\n") == texts


NOTICE = "Deine Einstellungen verhindern das Laden und Anzeigen aller fremden Inhalte, etwa der Karten und Filme."


def test_a_notice_that_stands_in_several_places_is_none_of_the_text() -> None:
    boxes = [f"<div class='x{n}'><h3>Inhalt nicht verfügbar</h3><p>{NOTICE}</p></div>" for n in range(3)]
    texts = [
        f"Die Fähre über den Sund fährt ab Oktober auch nachts, sagte der Landrat zum {n}. Mal." for n in range(6)
    ]
    body = "".join(f"<p>{text}</p>{box}" for text, box in zip(texts, [*boxes, "", "", ""], strict=True))
    page = f"<html><body><h1>Das Nachtboot kommt bald</h1><div>{body}</div></body></html>"
    assert extract_article(page).text.split("\n") == texts


def test_a_question_that_is_asked_of_several_stays() -> None:
    question = "What did you think when you first heard that the boat would run at night, in winter too?"
    answers = [f"I was glad, said number {n}, and I went to buy a lamp for the pier at once." for n in range(4)]
    body = "".join(f"<p>{question}</p><p>{answer}</p>" for answer in answers)
    page = f"<html><body><h1>Night boat: four answers</h1><div>{body}</div></body></html>"
    assert extract_article(page).text.count(question) == len(answers)


@pytest.mark.parametrize(
    "credit", ["(AP Photo/Jane Doe)", "(Photo: Jane Doe)", "(Jane Doe/Getty Images)", "(Ảnh: Mai)"]
)
def test_a_line_that_ends_with_the_credit_of_a_picture_is_a_caption(credit: str) -> None:
    line = f"The old pier at low tide, in a picture of last winter {credit}"
    texts = [
        f"The boat across the sound will run at night from October, number {n} of the crew said." for n in range(5)
    ]
    body = f"<p>{texts[0]}</p><p>{line}</p>" + "".join(f"<p>{text}</p>" for text in texts[1:])
    page = f"<html><body><h1>A night boat for the islands</h1><div>{body}</div></body></html>"
    assert extract_article(page).text.split("\n") == texts


@pytest.mark.parametrize("label", ["WATCH", "LISTEN", "READ"])
def test_a_label_in_capitals_before_a_bar_leads_away(label: str) -> None:
    texts = [
        f"The boat across the sound will run at night from October, number {n} of the crew said." for n in range(5)
    ]
    body = f"<p>{texts[0]}</p><p>{label} | What the harbour says of it:</p>" + "".join(
        f"<p>{text}</p>" for text in texts[1:]
    )
    page = f"<html><body><h1>A night boat for the islands</h1><div>{body}</div></body></html>"
    assert extract_article(page).text.split("\n") == texts


SHORT = [
    f"The boat across the sound will run at night from October, number {n} of the crew said." for n in range(6)
]


def _night_boat(inside: str, after: str = "") -> list[str]:
    body = f"<p>{SHORT[0]}</p>{inside}" + "".join(f"<p>{text}</p>" for text in SHORT[1:]) + after
    page = f"<html><body><h1>A night boat for the islands</h1><div>{body}</div></body></html>"
    return extract_article(page, "https://post.example/a").text.split("\n")


@pytest.mark.parametrize(
    "link", ["Sign up", "Abonnieren", "S’inscrire", "Suscríbete", "Đăng ký", "登録する", "구독하기"]
)
def test_a_box_with_a_link_to_sign_up_is_none_of_the_text(link: str) -> None:
    box = f"<div class='nl'><h4>The Morning Tide</h4><p>The coast every Friday.</p><a href='/nl'>{link}</a></div>"
    assert _night_boat(box) == SHORT


@pytest.mark.parametrize(
    "call", ["Download our app for news of the coast", "Tải ứng dụng báo để đọc tin nhanh hơn"]
)
def test_a_call_to_load_an_app_below_the_text_goes(call: str) -> None:
    assert _night_boat("", f"<p><em>{call}</em></p>") == SHORT


def test_a_label_of_other_articles_in_portuguese_goes_with_its_link() -> None:
    box = "<div class='sc-rel'><span>Relacionado</span><a href='/r'><h3>O mapa dos faróis da costa</h3></a></div>"
    assert _night_boat(box) == SHORT


def test_what_stands_from_the_copyright_on_is_none_of_the_text() -> None:
    notice = "<p>Copyright © 2026 Merrow Radio. All rights reserved.</p>"
    terms = "<p>Transcripts are made in haste, and may be revised.</p>"
    assert lines("en", f"{notice}{terms}", len(TEXTS["en"])) == list(TEXTS["en"])


def test_hours_in_a_table_are_no_stamps() -> None:
    rows = "".join(f"<tr><td>{day}</td><td><ul><li>10–20 Uhr</li></ul></td></tr>" for day in ("Mo", "Di"))
    assert sum(line.count("10–20 Uhr") for line in lines("de", f"<table>{rows}</table>", 3)) == 2


@pytest.mark.parametrize(
    "label",
    ['<a href="/x">İLGİLİ HABER: Köprü yeniden kapandı</a>', '<a href="/x">[관련기사] 다리가 다시 닫혔다</a>'],
)
def test_labels_of_other_articles_are_told_in_capitals_of_turkish_and_in_brackets(label: str) -> None:
    assert lines("de", f"<p>{label}</p>", 3) == list(TEXTS["de"])


@pytest.mark.parametrize(
    "credit", ["Kaynak: AX", "（来源：山城日报）", "Com informações da Agência Sul", "Editor: Agus Salim"]
)
def test_whose_a_text_is_stands_below_it_and_is_none_of_it(credit: str) -> None:
    assert lines("fr", f"<p>{credit}</p>", len(TEXTS["fr"])) == list(TEXTS["fr"])
