"""Pages whose elements have no class names at all: what is no text is told by words and structure alone."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Code, List

TEXTS = {
    "en": (
        "The parish of Low Fenwick voted on Monday to keep its water mill turning through the summer, "
        "whatever it costs.",
        "The wheel had stood still since the flood, and two of its forty buckets were found in a field "
        "downstream.",
        "“Nobody under thirty has heard it turn,” said Jo Tansley, who has oiled the axle every spring "
        "regardless.",
        "The first flour is promised for the harvest fair, and will be sold in bags that the school is printing.",
    ),
    "de": (
        "Die Gemeinde Niederau hat am Montag beschlossen, ihre Wassermühle den ganzen Sommer über laufen "
        "zu lassen.",
        "Das Rad stand seit dem Hochwasser still, zwei seiner vierzig Schaufeln fand man auf einem Feld "
        "flussabwärts.",
        "„Wer unter dreißig ist, hat es nie gehört“, sagte Jo Tann, der die Achse trotzdem jedes Frühjahr "
        "geölt hat.",
        "Das erste Mehl soll es zum Erntefest geben, in Tüten, welche die Schule zurzeit von Hand bedruckt.",
    ),
    "es": (
        "El pueblo de Valdelobos decidió el lunes que su molino de agua siga girando todo el verano, "
        "cueste lo que cueste.",
        "La rueda estaba parada desde la riada, y dos de sus cuarenta cajones aparecieron en un campo río abajo.",
        "«Nadie de menos de treinta años la ha oído girar», dijo Jo Tanares, que engrasa el eje cada primavera.",
        "La primera harina se promete para la feria de la cosecha, en bolsas que está imprimiendo la escuela.",
    ),
    "pl": (
        "Wieś Dolna Struga zdecydowała w poniedziałek, że jej młyn wodny będzie pracował przez całe lato "
        "mimo kosztów.",
        "Koło stało od powodzi, a dwa z jego czterdziestu czerpaków znaleziono na polu w dole rzeki, pod lasem.",
        "– Nikt przed trzydziestką go nie słyszał – mówi Jo Tański, który mimo to smaruje oś każdej wiosny.",
        "Pierwszą mąkę obiecano na dożynki, w torebkach, które szkoła drukuje teraz ręcznie na starej prasie.",
    ),
    "vi": (
        "Sáng thứ hai, xóm Đồng Lau họp và đồng ý giữ cối xay nước quay suốt mùa hè này, dù tốn kém thế "
        "nào đi nữa.",
        "Guồng nước đứng im từ trận lũ năm ngoái, hai trong bốn mươi gàu được tìm thấy ở cánh đồng phía hạ lưu.",
        "“Lớp trẻ chưa ai nghe tiếng nó quay”, ông Tám Thân nói; xuân nào ông cũng tra dầu vào trục guồng.",
        "Mẻ bột đầu tiên hẹn vào hội mùa, đựng trong những chiếc túi mà học trò trong xóm đang in bằng tay.",
    ),
    "th": (
        "เมื่อวันจันทร์ชาวบ้านหนองแขมลงมติให้กังหันน้ำของหมู่บ้านหมุนต่อไปตลอดฤดูร้อน ไม่ว่าจะต้องเสียค่าใช้จ่ายเท่าใด",
        "กังหันหยุดนิ่งตั้งแต่น้ำท่วมปีที่แล้ว และพบกระบอกน้ำสองใบจากสี่สิบใบอยู่ในทุ่งนาทางใต้ของลำน้ำ",
        "คนอายุต่ำกว่าสามสิบไม่เคยได้ยินเสียงมันหมุนเลย ลุงทองซึ่งหยอดน้ำมันเพลาทุกฤดูใบไม้ผลิกล่าวกับผู้สื่อข่าว",
        "แป้งชุดแรกจะออกทันงานเก็บเกี่ยว บรรจุในถุงที่นักเรียนกำลังพิมพ์ด้วยมือที่โรงเรียนของหมู่บ้าน",
    ),
}


def article(inside: str, lang: str = "en", *, end: str = "", above: str = "") -> Article:
    """A page of four paragraphs with something after the second, at their end, and above them."""
    paragraphs = [f"<p>{text}</p>" for text in TEXTS[lang]]
    body = "".join([above, *paragraphs[:2], inside, *paragraphs[2:], end])
    return extract_article(
        f"<html lang={lang}><head><title>The mill</title></head><body><nav><a href=/>Start</a></nav>"
        f"<main><article>"
        f"<h1>The mill turns on</h1>{body}</article></main></body></html>",
        "https://mill.example/2025/the-mill-turns-on",
    )


INTERRUPTIONS = {
    "consent to a third party": (
        "de",
        "<div><p>Empfohlener Inhalt</p><p>Hier sehen Sie einen externen Inhalt, der den Text "
        "ergänzt.</p><p>Ich bin einverstanden, dass mir externe Inhalte angezeigt und Daten an "
        "Drittanbieter übermittelt "
        "werden.</p></div>",
    ),
    "consent by a button": (
        "es",
        "<div><p>Este contenido lo aloja otra plataforma. Si lo abres, aceptas sus cookies.</p>"
        "<button>Mostrar</button></div>",
    ),
    "consent in Polish": (
        "pl",
        "<div><p>Aby obejrzeć tę treść, wyraź zgodę na pliki cookie dostawcy.</p><button>Zgoda</button></div>",
    ),
    "link behind an arrow": ("vi", "<p>&gt;&gt; <a href=/kenh>Đào lại con kênh cũ sau đình</a></p>"),
    "bold link behind an arrow": (
        "de",
        "<p><b>► <a href=/kanal>Der alte Kanal wird wieder ausgehoben</a></b></p>",
    ),
    "label and links side by side": (
        "th",
        "<p>อ่านข่าวที่เกี่ยวข้อง</p><p><a href=/a>ขุดลอกคลองเก่าหลังวัด</a></p><p><a href=/b>โรงเรียนได้รถคันใหม่</a></p>",
    ),
    "summary by a machine": (
        "en",
        "<div><p>At a glance</p><ul><li>The mill turns on.</li></ul><p>This summary was generated by AI "
        "and checked by an editor.</p></div>",
    ),
}


@pytest.mark.parametrize("name", INTERRUPTIONS)
def test_what_interrupts_is_left_out(name: str) -> None:
    lang, between = INTERRUPTIONS[name]
    assert article(between, lang).text.split("\n") == list(TEXTS[lang])


def test_a_line_with_an_arrow_that_is_no_link_stays() -> None:
    said = "→ Turn the crank twice, and see <a href=/log>the log</a> of the miller for what to do after."
    assert "→ Turn the crank twice" in article(f"<p>{said}</p>").text


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("en", "3 comments"),
        ("de", "Kommentare (12)"),
        ("es", "2 comentarios"),
        ("vi", "Bình luận (4)"),
        ("th", "ความคิดเห็น 3"),
        ("pl", "Komentarze: 5"),
    ],
)
def test_comments_under_their_count_are_left_out(lang: str, heading: str) -> None:
    comment = f"<div><b>fen_owl</b><p>{TEXTS['en'][2].replace('thirty', 'eighty')}</p></div>"
    assert "eighty" not in article("", lang, end=f"<section><h3>{heading}</h3>{comment}</section>").text
    assert "eighty" not in article("", lang, end=f"<h3>{heading}</h3>{comment}").text


@pytest.mark.parametrize(
    ("lang", "heading", "answer"),
    [
        ("en", "Comments", "<textarea></textarea>"),
        ("de", "Kommentare", "<a href=#a>Antworten</a>"),
        ("vi", "Ý kiến", "<span>Trả lời</span>"),
    ],
)
def test_comments_that_one_can_answer_are_left_out(lang: str, heading: str, answer: str) -> None:
    comment = TEXTS["en"][2].replace("thirty", "eighty")
    end = f"<section><h3>{heading}</h3><div><p>{comment}</p>{answer}</div></section>"
    assert "eighty" not in article("", lang, end=end).text
    assert "eighty" in article("", lang, end=end.replace(answer, "")).text


def test_a_counter_above_the_text_takes_nothing_along() -> None:
    assert article("", above="<p>3 comments</p>").text.split("\n")[-4:] == list(TEXTS["en"])
    lead = f"<p>{TEXTS['en'][1].replace('forty', 'fifty')} {TEXTS['en'][2]}</p><div>3 comments</div>"
    assert article("", above=lead).text.split("\n")[-2:] == list(TEXTS["en"][2:])


def test_headings_after_the_comments_are_text_again() -> None:
    comment = TEXTS["en"][0].replace("Monday", "Sunday")
    end = f"<h2>2 comments</h2><p>{comment}</p><h2>Addendum</h2><p>The wheel has a new rim.</p>"
    text = article("", end=end).text
    assert "Sunday" not in text
    assert "The wheel has a new rim." in text


@pytest.mark.parametrize("tag", ["b", "strong", "em", "i"])
@pytest.mark.parametrize("attribute", ["hidden", 'style="display:none"'])
def test_hidden_words_of_a_sentence_are_not_read(tag: str, attribute: str) -> None:
    hidden = f"<{tag} {attribute}>secret </{tag}>"
    said = f"The wheel is {hidden}sound, and its axle was <{tag}>oiled</{tag}> in the dry weeks of April."
    expected = "The wheel is sound, and its axle was oiled in the dry weeks of April."
    assert expected in article(f"<p>{said}</p>").text


@pytest.mark.parametrize("label", ["Note", "Warning:", "Hinweis", "Lưu ý", "注意", "ملاحظة", "หมายเหตุ"])
def test_a_note_is_told_by_its_first_words(label: str) -> None:
    note = "Never turn the crank while somebody stands on the lower walk beside the wheel."
    assert note in article(f"<aside><p><strong>{label}</strong></p><p>{note}</p></aside>").text
    assert note in article(f'<aside aria-label="{label}"><p>{note}</p></aside>').text
    assert note not in article(f"<aside><p><strong>More about mills</strong></p><p>{note}</p></aside>").text


@pytest.mark.parametrize(
    "item",
    [
        "<label><input type=checkbox>{}</label>",
        "<input type=checkbox id=c><label for=c>{}</label>",
        "<label><input type=checkbox><span>{}</span></label>",
    ],
)
def test_items_that_one_ticks_off_are_a_list(item: str) -> None:
    goods = ["500 g of flour", "two eggs from the mill", "a pinch of salt"]
    inside = "<h2>What you need</h2><ul>" + "".join(f"<li>{item.format(one)}</li>" for one in goods) + "</ul>"
    found = article(inside)
    assert "\n".join(goods) in found.text
    assert [len(block.items) for block in found.document.blocks if isinstance(block, List)] == [3]


def test_what_is_folded_up_is_read_once() -> None:
    spoken = (
        "<p>JO: It was never broken, it was only that nobody had the key to the sluice.</p><p>ANN: Who had it?</p>"
    )
    text = article(spoken, end=f"<details><summary>Transcript</summary>{spoken}</details>").text
    assert text.count("nobody had the key") == 1
    assert "Transcript" not in text
    folded = "<details><summary>The sluice</summary><p>It is of oak, and older than the mill.</p><p>Its "
    "key is lost.</p></details>"
    assert "It is of oak, and older than the mill." in article(folded).text


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>Foto: Jan Ekholm / CC BY-SA 4.0</p>", ()),
        ("<p>Photo by Jan Ekholm</p>", ()),
        ("<div>By <a href=/news>News</a></div>", ()),
        ("<div>Von <a href=/politik>Politik</a></div>", ()),
        ("<p>By Jo Tansley</p><p>Photo: Jan Ekholm</p>", ("Jo Tansley",)),
        ("<p>Text und Fotos: Jan Ekholm</p>", ("Jan Ekholm",)),
    ],
)
def test_who_took_the_picture_and_a_section_are_no_authors(line: str, authors: tuple[str, ...]) -> None:
    assert article("", above=line).authors == authors


def test_a_page_of_a_manual_is_documentation() -> None:
    page = (
        "<h1>grind(1)</h1><h2>NAME</h2><p>grind - make flour of grain</p><h2>SYNOPSIS</h2><pre>grind [-c] "
        "FILE</pre>"
        "<h2>OPTIONS</h2><dl><dt>-c</dt><dd>Grind coarsely, as for bread of rye, and leave the bran in.</dd></dl>"
    )
    found = extract_article(page, "https://mill.example/man/grind.1.html")
    assert found.page_kind is PageKind.DOCUMENTATION
    assert "grind [-c] FILE" in found.text


ENDS = {
    "en": "<p>Share this on Facebook</p><p>Tags: <a href=/t/mill>mill</a></p>",
    "de": "<p>© mpa-infodienst, mpa:250304-930-392/1</p>",
    "es": "<p>Síguenos en X o en nuestro canal</p><ul><li><a href=/t/1>Valdelobos</a></li></ul>",
    "pl": "<p>Udostępnij na Facebooku</p>",
    "vi": "<p>Chia sẻ bài viết</p><p>Từ khóa: <a href=/t/1>cối xay</a></p>",
    "th": "<p>แท็กที่เกี่ยวข้อง</p><p><a href=/t>กังหัน</a></p><p>ติดตามเราได้ที่ Line</p>",
}


@pytest.mark.parametrize("lang", ENDS)
def test_what_a_paper_sets_below_its_text_is_left_out(lang: str) -> None:
    assert article("", lang, end=ENDS[lang]).text.split("\n") == list(TEXTS[lang])


@pytest.mark.parametrize(
    "said", ["“Share this with your neighbours,” she said.", "Tags were tied to the sacks, one to each."]
)
def test_a_sentence_that_begins_like_a_button_stays(said: str) -> None:
    assert article("", end=f"<p>{said}</p>").text.endswith(said)
    between = "Follow us on Facebook, the school wrote on the bags, and half of the parish did so."
    assert between in article(f"<p>{between}</p>").text


def test_questions_that_are_folded_up_are_read_with_their_answers() -> None:
    questions = ["Who may turn it?", "When does it rest?", "What does a sack cost?", "Who has the key?"]
    folded = [
        f"<details><summary>{q}</summary><p>{a}</p></details>" for q, a in zip(questions, TEXTS["en"], strict=True)
    ]
    opened = [
        f"<h3><button aria-expanded=false>{q}</button></h3><div><p>{a}</p></div>"
        for q, a in zip(questions, TEXTS["en"], strict=True)
    ]
    for parts in (folded, opened):
        text = extract_article(f"<main><h1>Questions about the mill</h1>{''.join(parts)}</main>").text
        assert text.split("\n") == [one for pair in zip(questions, TEXTS["en"], strict=True) for one in pair]


def test_a_table_with_declared_line_numbers_is_code() -> None:
    lines = ["def grind(sack):", "", "    return sack.flour"]
    rows = [f"<tr><td data-line-number={n}></td><td>{line}</td></tr>" for n, line in enumerate(lines, 1)]
    found = article(f"<div><table>{''.join(rows)}</table></div>")
    assert [block.text for block in found.document.blocks if isinstance(block, Code)] == ["\n".join(lines)]


@pytest.mark.parametrize(
    ("lang", "line", "name"),
    [
        ("th", "<p>โดย สมหญิง ดีงาม</p>", "สมหญิง ดีงาม"),
        ("ar", "<p>بقلم: ليلى الشامي</p>", "ليلى الشامي"),
        ("ja", "<p>文・山口春子　写真・石田次郎</p>", "山口春子"),
    ],
)
def test_words_of_authorship_in_other_scripts(lang: str, line: str, name: str) -> None:
    assert article("", "th" if lang == "th" else "en", above=line).authors == (name,)


def test_a_short_vietnamese_lead_is_told_by_its_look() -> None:
    lead = "Xóm nhỏ giữ cối xay cũ quay thêm một mùa hè nữa."
    assert article("", "vi", above=f"<p><b>{lead}</b></p>").lead == lead
    assert article("", "vi", above=f"<h2>{lead}</h2>").lead == lead


def test_a_list_by_its_roles_is_one() -> None:
    goods = ["Grease from the chandler, in two tins", "A brush with a long handle", "Somebody to watch the sluice"]
    items = "".join(f"<div role=listitem><div>{one}</div></div>" for one in goods)
    found = article(f"<div role=list>{items}</div>")
    assert [len(block.items) for block in found.document.blocks if isinstance(block, List)] == [3]
    assert "\n".join(goods) in found.text
