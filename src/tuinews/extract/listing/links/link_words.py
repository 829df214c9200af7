"""Words of links that are no headlines, in some thirty languages: "Read more", "12 comments", "Older posts"."""

import re

from tuinews.late import late_pattern

_ARROWS = r"[\s\[\](){}«»‹›<>→←▶►…·•|.:+-]*"


_DOWNLOAD = (
    r"(?:download(?: (?:the )?(?:file|document|notice))?|herunterladen|télécharger(?: le (?:fichier|document))?|"
    r"descargar(?: (?:el )?(?:archivo|documento))?|baixar|descarregar|transferir|scarica(?: il documento)?|"
    r"downloaden|"
    r"ladda ner|last ned|lataa|pobierz|stáhnout|stiahnuť|letöltés|скачать|загрузить|завантажити|indir|λήψη|"
    r"tải (?:về|xuống|file|tệp)|ดาวน์โหลด|تحميل|تنزيل|دانلود|ダウンロード|下载|下載|다운로드|unduh)"
)
"""What a button says that brings a file."""

_FILE = r"\.?(?:pdf|docx?|odt|rtf|xlsx?|ods|pptx?|epub|hwp)"
_SIZE = r"[\s()\[\]:,;–-]*\d+(?:[.,]\d+)?\s?(?:[kmg]i?b|[kmg]o|bytes|[кмг]б|ميغابايت|ميجابايت|كيلوبايت)"
"""The size of a file behind its kind: "(142 KB)", " - 1,4 Mo"."""


def _whole(*alternatives: str) -> re.Pattern[str]:
    return late_pattern(rf"^{_ARROWS}(?:{'|'.join(alternatives)}){_ARROWS}$", re.IGNORECASE)


MORE = _whole(
    r"(?:read|see|view|show|find out|learn|watch)(?: (?:the|more|full|all|on|rest|of|story|article|post|now))+",
    r"full (?:story|article|text)|more(?: info\w*| details| on this| here)?|continue(?: reading)?|details?",
    r"click here|keep reading|(?:đọc|xem)(?: (?:tiếp|thêm|chi tiết|ngay|toàn bộ))+|chi tiết",
    r"weiter ?lesen|mehr(?: lesen| erfahren| dazu)?|zum artikel|lire (?:la suite|plus|l.article)|en savoir plus",
    r"(?:leer|ver|saber) más|seguir leyendo|leggi(?: tutto| di più)?|continua(?: a leggere)?",
    r"ler mais|leia mais|saiba mais|continue lendo|lees (?:meer|verder)|läs (?:mer|hela)\w*|les (?:mer|hele \w+)",
    r"læs (?:mere|hele \w+)|lue lisää|czytaj (?:dalej|więcej)|więcej|celý článek|více",
    r"(?:číst|čítať) (?:dál|dále|více|viac|ďalej)|tovább|bővebben|citește (?:mai mult|tot)",
    r"читать(?: (?:далее|дальше|полностью|ещё|еще))*|подробнее|далее|дальше|читати(?: далі| більше)*|докладніше",
    r"devamı(?:nı oku)?|διαβάστε (?:περισσότερα|τη συνέχεια)|περισσότερα",
    r"続きを読む|もっと読む|詳細|詳しくはこちら|阅读(?:全文|更多)|閱讀(?:全文|更多)|查看(?:详情|更多|全文)|详细|更多",
    r"자세히(?: 보기)?|더 ?보기|baca (?:selengkapnya|lebih lanjut|juga)|selengkapnya",
    r"อ่าน(?:ต่อ|เพิ่มเติม|ทั้งหมด)|اقرأ (?:المزيد|أكثر)|المزيد|ادامه مطلب|קרא עוד",
    rf"{_DOWNLOAD}(?:[\s(\[:.,–-]*{_FILE}(?:{_SIZE})?)?|{_FILE}(?:{_SIZE})?(?: {_DOWNLOAD})?",
)
"""Words of a link to a whole article, which say nothing about it."""

COMMENTS = _whole(
    r"(?:no|leave a|post a|add a|\d[\d.,k]*)?\s*(?:comments?|repl(?:y|ies)|responses?|points?|likes?|views?"
    r"|bình luận|phản hồi|lượt xem|kommentare?|kommentarer|commentaires?|comentarios?|comentários?|commenti"
    r"|reacties|komentarz\w*|komentář\w*|коммент\w*|ответ\w*|σχόλια|yorum|コメント|评论|評論|댓글|ความคิดเห็น|تعليق\w*)"
    r"[\s:(]*[\d.,k]*件?",
    r"\d[\d.,:k]*",
)
"""Words of a link to comments or counts: "12 comments", "comments: 3", "(4)", a video's "02:53"."""

NEXT = _whole(
    r"next(?: page| \w+)?|older(?: (?:posts|entries|articles|stories))?|(?:load|show|view|see)? ?more",
    r"more (?:posts|stories|articles|news)",
    r"trang (?:sau|kế|tiếp)(?: theo)?|tiếp(?: theo)?|xem thêm(?: tin)?|bài cũ hơn|cũ hơn|sau",
    r"nächste(?: seite)?|weiter|ältere (?:beiträge|artikel)|vor|suivante?s?|page suivante|articles? plus anciens",
    r"siguientes?|página siguiente|entradas (?:más )?antiguas|successiv[aio]|pagina successiva|avanti",
    r"articoli (?:più vecchi|precedenti)|meno recenti|próxim[ao]s?(?: página)?|seguinte|mais antigas",
    r"volgende|oudere berichten|nästa(?: sida)?|äldre inlägg|neste(?: side)?|eldre innlegg|næste|ældre indlæg",
    r"seuraava|następn[ay](?: strona)?|starsze(?: wpisy)?|další(?: strana)?|starší(?: příspěvky)?|následující",
    r"ďalšia|következő|régebbi|următoarea|mai vechi|дальше|далее|следующая(?: страница)?|вперед|вперёд",
    r"старые записи|предыдущие записи|наступна(?: сторінка)?|далі|sonraki(?: sayfa)?|ileri|daha eski",
    r"επόμεν[ηο](?: σελίδα)?|παλαιότερα|下一页|下一頁|下页|后页|更多|次へ|次のページ|次ページ|もっと見る",
    r"過去の記事|다음(?: 페이지)?|더보기|이전 글|berikutnya|selanjutnya|lebih lama|halaman berikutnya|ถัดไป",
    r"หน้าถัดไป|التالي|الصفحة التالية|بعدی|הבא",
)
"""Words of the link to a listing's older entries."""

BYLINE = late_pattern(
    r"^[\s|·•–-]*(?:(?:written|posted|published|submitted|added|filed|reported|updated)\b(?: (?:by|on|in|at))?"
    r"|by|von|par|por|di|door|av|af|od|theo|tác giả|người đăng|đăng bởi|publié\w*|publicado|pubblicato"
    r"|veröffentlicht|geschrieben|автор|опубликован\w*|разместил\w*|oleh|ditulis|yazan)\b"
    r"(?: (?:by|von|par|por|da|di|le|el|il|am|на))?\s*:?\s+",
    re.IGNORECASE,
)
"""The beginning of a byline: "Posted by", "Von", "Tác giả:"."""

READING_TIME = late_pattern(
    r"(?:\d+|[٠-٩]+)\s?(?:[-–]\s?\d+\s?)?(?:min(?:ute)?s?\.?[ -](?:read|watch|listen)|phút đọc|"
    r"min(?:uten)?\.? (?:lesezeit|lesedauer)|min(?:utes)?\.? de lecture|min(?:utos)?\.? de (?:lectura|leitura)|"
    r"min(?:uti)?\.? di lettura|min(?:uten)? leestijd|min(?:uter|utter)? (?:läsning|lesetid|læsetid)|"
    r"min\.? (?:czytania|čtení|čítania)|dk\.? okuma|мин(?:ут\w?)?\.? (?:чтения|на чтение)|хв\.? читання|"
    r"分で読|分钟阅读|分鐘閱讀|분 읽기|分(?:钟|鐘)?读完|دقائق (?:قراءة|للقراءة)|"
    r"دقيقة (?:قراءة|للقراءة)|นาทีในการอ่าน)|"
    r"(?:reading time|thời gian đọc|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|"
    r"время чтения|読了時間|阅读时间|預計閱讀|وقت القراءة|زمان مطالعه)\W{0,3}(?:ca\. )?\d",
    re.IGNORECASE,
)
"""How long an article takes to read, which says nothing of what it says."""

NEWER = _whole(
    r"(?:newer|previous|prev|back|first)(?: (?:posts|entries|page|articles))?|trang (?:trước|đầu)|mới hơn|trước",
    r"neuere?(?: beiträge)?|zurück|vorherige(?: seite)?|précédente?s?|plus récents?|anterior(?:es)?",
    r"más recientes|precedente|più recenti|mais recentes|vorige|nyere|nyare|föregående|poprzedni\w*|předchozí",
    r"novější|назад|предыдущая|новее|попередня|önceki|daha yeni|προηγούμεν\w+|上一页|上一頁|上页|前へ|前のページ",
    r"이전|sebelumnya|ก่อนหน้า|السابق",
)
"""Words of the link to a listing's newer entries, which is no next page."""
