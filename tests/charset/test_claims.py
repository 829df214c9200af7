"""Pages that claim to be in ISO-8859-1, as servers and templates say where nobody told them."""

import pytest

from tuinews.charset.charset import decode

CLAIM = "<html><head><meta http-equiv=content-type content='text/html; charset=iso-8859-1'></head><body><p>"
TEXTS = {
    (
        "koi8-r",
        "ru",
    ): "Мост закрыли до пятницы, потому что во вторник нашли ослабленный болт. Паром ходит каждый час.",
    (
        "cp1251",
        "ru",
    ): "Мост закрыли до пятницы, потому что во вторник нашли ослабленный болт. Паром ходит каждый час.",
    ("gbk", "zh"): "大桥将关闭到星期五，因为星期二发现一颗螺栓松动。渡船每小时一班，票价不变。居民说他们会等。",
    (
        "shift_jis",
        "ja",
    ): "橋は金曜日まで閉鎖される。火曜日に緩んだボルトが見つかったためである。渡し船は一時間ごとに出る。",
    (
        "euc_kr",
        "ko",
    ): "다리는 금요일까지 닫힌다. 화요일에 느슨한 볼트가 발견되었기 때문이다. 나룻배는 한 시간마다 다닌다.",
    (
        "cp1253",
        "el",
    ): "Η γέφυρα μένει κλειστή ως την Παρασκευή, γιατί την Τρίτη βρέθηκε μια χαλαρή βίδα στο κατάστρωμα.",
    ("cp1256", "ar"): "يبقى الجسر مغلقا حتى يوم الجمعة لأن برغيا وجد مرتخيا يوم الثلاثاء، والعبارة تعمل كل ساعة.",
    (
        "iso8859-2",
        "pl",
    ): "Dziś żaden prom nie wypłynął, bo wody było za mało; była za to łódka, którą wzięła szkoła z Żabna.",
    (
        "cp1254",
        "tr",
    ): "Köprü cuma gününe kadar kapalı kalacak, çünkü salı günü gevşek bir cıvata bulundu; sarı sığ kıyı açık.",
}
WESTERN = (
    "La balsa cruzó el río: ¿quién paga? «Nadie», dijo él… Col·legi, l´any, 1ª y 2º, 20 °C, 3 m², ½ litro, ×4.",
    "Brúin verður lokuð þar til á föstudag, því laus bolti fannst á þriðjudaginn. Það var í maí.",
    "Die Brücke bleibt bis Freitag gesperrt – größere Schäden gäbe es nicht. Müßig, Ärger, Öl, Übermut; 5 µm.",
    "Le cœur du problème : l’été dernier, à Noël, où l’on créa une île naïve… €20 – déjà trop, hélas ! Æ Œ.",
)


@pytest.mark.parametrize(("codec", "lang"), TEXTS)
def test_a_claim_that_cannot_be_is_not_believed(codec: str, lang: str) -> None:
    text = TEXTS[codec, lang]

    assert text in decode((CLAIM + text).encode(codec))
    assert text in decode(f"<p>{text}".encode(codec), "text/html; charset=ISO-8859-1")


@pytest.mark.parametrize("text", WESTERN)
def test_a_claim_that_can_be_is(text: str) -> None:
    assert text in decode((CLAIM + 3 * text).encode("cp1252"))
