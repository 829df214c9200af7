"""What stands in the place of an author and never is one: numbers, labels, licences, names of papers.

The author model weighs likely names; these are none at all, whatever element they stand in. Words are Vietnamese
first, since there the paper itself is named as author on most pages.
"""

import re
import unicodedata
from functools import lru_cache

from tuinews.extract.article.body.interruptions.label_words import MOST_READ, READ_ALSO, label_key
from tuinews.extract.page.agencies import VIETNAMESE_AGENCY
from tuinews.late import late_pattern

_LABELS = READ_ALSO | MOST_READ

_LABEL = late_pattern(
    r"(?:theo|tác giả|nguồn|ảnh|bài|tin|bài viết|bài,? ảnh|tin,? ảnh|bài và ảnh|tin và ảnh|thực hiện|biên tập"
    r"|suggest (?:changes|edits?|an edit)|edit (?:this )?(?:page|post)|report (?:an )?issue|view source"
    r"|(?:bientap|btv|ctv|quantri)\w{0,4}|tổng hợp|sưu tầm|quản trị(?: viên)?|ban quản trị"
    r"|by|von|author|autor|source|quelle|photos?|text|và|and|nan|null|none|undefined"
    r"|(?:e-?mail|contact|write to|schreiben sie(?: an)?|contacter|écrire à|contactar(?: con)?|escribir) "
    r"(?:the |dem |der |den |l['’]|al |a la |à )?(?:authors?|writer|reporter|autor(?:in|a)?|auteur"
    r"|autrice|redaktion)"
    r"|(?:公開|更新|最終更新|投稿|掲載|発行|配信|作成|登録|発表)(?:日時?|時間|時刻)?|日付|日時"
    r"|(?:发布|發布|更新|发表|發表|创建)(?:时间|時間|日期|于)?|日期|时间|時間|来源|來源"
    r"|(?:게시|작성|등록|발행|입력|수정|업데이트)(?:일|일시|일자|시간|됨)?|날짜|출처|구독"
    r"|(?:no|keine|aucun|sin|nessun|sem|nenhum|geen|inga|ingen|brak|нет|không có|chưa có|\d+) "
    r"(?:comments?|kommentare?|kommentarer|commentaires?|comentarios?|comment[oi]|comentários?|reacties|komentarzy"
    r"|комментари\w+|bình luận)|related topics?"
    r"|無断転載.{0,12}|.{0,6}転載禁止|ログイン.{0,6}|会員登録|무단\s?전재.{0,16}"
    r"|著者|作者|執筆|文|撮影|編集|編輯|编辑|記者|记者|글|기자|автор)\W*",
    re.IGNORECASE,
)
_LICENCE = late_pattern(
    r"\bCC\b.{0,4}\bBY\b|\bCC0\b|creative commons|クリエイティブ・コモンズ|public domain|all rights reserved"
    r"|\bGNU\b|\bGFDL\b|\blicen[cs]e\b",
    re.IGNORECASE,
)
_SECTION = late_pattern(
    r"(?:latest |breaking |local |world )?news|sports?|opinions?|world|politics|business|culture|"
    r"lifestyle|entertainment"
    r"|nachrichten|politik|wirtschaft|kultur|noticias|deportes|política|economía|cultura|actualités|politique|économie"
    r"|nyheter|kultur|wiadomości|polityka|gospodarka|thời sự|thế giới|kinh tế|giáo dục|thể thao|pháp luật|"
    r"xã hội|văn hóa"
    r"|giải trí|công nghệ|sức khỏe|ニュース|社会|経済|スポーツ|أخبار|سياسة|اقتصاد|رياضة|محليات"
    r"|ข่าว|การเมือง|เศรษฐกิจ",
    re.IGNORECASE,
)
"""Sections of a paper, to which a link beside "by" leads."""

_DOMAIN = late_pattern(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info)(?:\.vn)?", re.IGNORECASE)
_PAPER = late_pattern(
    r"(?:báo|tạp chí|t(?:òa|oà) soạn|thông tấn xã|đài (?:truyền hình|phát thanh|tiếng nói|pt)|cơ quan"
    r"|kênh truyền hình|trang (?:tin|thông tin)|cổng (?:tin|thông tin)|(?:tổng )?công ty|tập đoàn)\s.*"
    rf"|(?:(?:{VIETNAMESE_AGENCY})\W*)+"
    r"|nguồn(?: tin)?\s*[:：].*"
    r"|t(?:òa|oà) soạn|ban biên tập",
    re.IGNORECASE,
)
_NAMED_LIKE_A_PERSON = late_pattern(
    r"dân trí|tuổi trẻ|thanh niên|tiền phong|(?:người )?lao động|(?:(?:quân đội|công an) )?nhân dân|giao thông"
    r"|công thương|đầu tư|trí thức trẻ|sài gòn giải phóng|(?:đời sống (?:&|và) )?pháp luật|phụ nữ việt nam"
    r"|an ninh thủ đô|kinh tế đô thị|người đưa tin|nhịp sống (?:kinh tế|thị trường|kinh doanh)",
    re.IGNORECASE,
)
"""Papers from which others reprint ("Theo Tuổi Trẻ"), as far as their names could be those of persons.

Nothing on such a page says that they are papers. The page's own paper is known by what the page says (`SiteKeys`).
"""

_SENTENCE = late_pattern(r",\s+[a-zà-ỹđ]+\s+[a-zà-ỹđ]+")
_ABOUT_TEXTS = late_pattern(
    r"\W*(?:bài|tin|Bài|Tin|BÀI|TIN) (?!và |ảnh|& |viết(?: (?:của|bởi) |\s*[:：])|của )[a-zà-ỹđ]"
)
_OF_SENTENCES = late_pattern(
    r"\W*(?:theo|bài|tin|tác giả|thực hiện|pv|ctv|phóng viên|from|with|about|über)\b", re.IGNORECASE
)

_LABELS_OF_WORK = late_pattern(
    r"\W*(?:tin|bài|ảnh|nội dung)(?:(?:,| và| &| -|/|;)\s?(?:tin|bài|ảnh|video|clip|đồ họa)){1,4}\s*[:：]",
    re.IGNORECASE,
)
"""What somebody did, before their name: "Bài, ảnh và video: …"."""

_NONE = (_LABEL, _SECTION, _DOMAIN, _PAPER, _NAMED_LIKE_A_PERSON)

SMALL_WORDS = 5
"""Words in small letters from which what follows "Theo" (according to) is a sentence and no name: long names of
bodies ("Tạp chí Doanh nghiệp và Hội nhập") have three."""


@lru_cache(maxsize=4_000)
def is_no_author(name: str) -> bool:
    """Whether a text is a number, a label alone, a licence, or the name of a paper or its address."""
    name = unicodedata.normalize("NFC", name).strip()
    return (
        not any(map(str.isalpha, name))
        or label_key(name) in _LABELS
        or any(one.fullmatch(name) is not None for one in _NONE)
        or _LICENCE.search(name) is not None
    )


@lru_cache(maxsize=4_000)
def is_sentence(text: str) -> bool:
    """Whether a line is a sentence though a word of authorship begins it: "Theo Sở Giáo dục, năm nay có …"."""
    text = unicodedata.normalize("NFC", text)
    begins = _OF_SENTENCES.match(text)
    if _LABELS_OF_WORK.match(text):
        return False
    if begins is None or text[begins.end() : begins.end() + 1] in (":", "："):
        return False
    return (
        _SENTENCE.search(text) is not None
        or _ABOUT_TEXTS.match(text) is not None
        or sum(word[:1].islower() for word in text[begins.end() :].split()) >= SMALL_WORDS
    )
