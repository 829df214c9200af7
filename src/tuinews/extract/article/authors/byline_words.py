"""The words of bylines, as data: words before a name, placeholders for one, words of companies."""

import re

from tuinews.extract.page.agencies import NEWS_AGENCY
from tuinews.extract.page.patterns import words
from tuinews.late import late_pattern


def _any_of(text: str) -> str:
    """A pattern of the alternatives in a text, which are patterns themselves, separated by bars."""
    return "|".join(part.strip() for part in " ".join(text.split()).split(" | "))


_NOBODY = _any_of(
    r"""admin(?:istrator)? | editors? | editorial(?: (?:team|staff|board))? |
    staff(?: (?:reports?|writers?|reporter))? | redak(?:tion|cja|ce|si|sjonen|tionen|ktsiya) |
    r[eé]dac(?:ción|cion|tion|tie|ția|ció) | redação | redazione | haber merkezi | toimitus | szerkesztőség |
    редакци[яи] | редакція | σύνταξη | συντακτική ομάδα | هيئة التحرير | التحرير | تحریریه | מערכת |
    有料(?:会員)?記事 | 会員限定(?:記事)? | 無料記事 |
    編集部 | 编辑部 | 編輯部 | 편집부 | 온라인뉴스팀 | डेस्क | (?:न्यूज़?|वेब) डेस्क |
    newsroom | news ?desk | web ?desk | team | guest(?: (?:author|post|contributor))? |
    contribut(?:or|ing writer)s? | author | autor | writer | reporter | journalist | correspondent |
    anonymous | unknown | null | none | undefined | default | user | webmaster | root | info |
    press release | pr | online | web | author name | by | von | .*\bvn | báo \w+ |
    senior \w+ | \w+ (?:editor|writer|reporter|correspondent|columnist|producer) | follow |
    view all posts.* | more from.* | see .* | read more.* | about the authors? | share | facebook |
    twitter | instagram | linkedin | e-?mail | rss | comments? | subscribe"""
)
_BEFORE_NOBODY = "the|our|la|le|el|die|der|de|da|dalla|unserer?|notre|nuestra|nossa|tim|equipo|equipe|équipe|от"
NOBODY = late_pattern(rf"^(?:(?:{_BEFORE_NOBODY})\s+){{0,2}}(?:{_NOBODY})$", re.IGNORECASE)
"""Placeholders in the place of a name."""

_COMPANY = _any_of(
    """inc | llc | ltd | gmbh | corp | co | group | media | news(?:paper)? | press | magazine | agency | team |
    staff | editors? | editorial | desk | network | times | post | herald | tribune | daily | gazette |
    journal | tv | radio | online | redaktion | redacción | redazione | rédaction | university | institute |
    department | ministry | foundation | council | company | agence | agentur | zeitung | division | bureau |
    college | association | society | committee | technologies | solutions | systems"""
)
COMPANY = late_pattern(rf"\b(?:{_COMPANY})\b|\.(?:com|org|net|de|vn|co)\b", re.IGNORECASE)
"""Words that a person's name does not have."""

AUTHORSHIP = _any_of(
    r"""by | submitted by | soumis par | eingereicht von | gespeichert von | enviado por | inviato da |
    ingediend door | submetido por | von | vom | par | por | di | door | av | af | od | przez |
    text(?:e|o)?(?: (?:und|and|et|y|e|&) (?:fotos?|photos?|bild(?:er)?))? | testo | tekst |
    teksti | autor(?:es|a|in|ka)? | auteurs? | autore | authors? | written by | posted by | published by |
    words(?=\s*[:：]) |
    story by | words by | reported by | opinion by | analysis by | contributed by | article by |
    recommended by | created by | escrito por | escribe | redactado por | publicado por | publié par |
    écrit par | rédigé par | scritto da | a cura di | geschrieben von | veröffentlicht von | eine? \w+ von |
    \w+ (?:beitrag|post) von | geschreven door | автор | текст | theo(?!\s+dõi) | tin(?=\s*[:：]) |
    (?:tin|bài|ảnh)(?:(?:,| và| &| -|/)\s?(?:tin|bài|ảnh|video|clip)){1,3} | bài viết (?:của|bởi) | bài của |
    bài viết(?=\s*[:：]) | bài | (?:được )?(?:viết|đăng|gửi) bởi | tác giả bài viết |
    (?-i:PV|CTV|P\.V)\.?(?=\s+[A-ZĐÀ-Ỹ]) | (?:nhóm )?phóng viên(?=\s*[:：]) | cộng tác viên(?=\s*[:：]) |
    người viết(?=\s*[:：]) |
    nội dung(?=\s*[:：]) | tác giả | thực hiện | yazan |
    haber | oleh | penulis | from | with | this (?:post|article|story) was written by | a? ?guest post by |
    thread starter | author name | about the author | über den autor | über | about | gez\."""
)
"""Words before the name of an author and nobody else."""

AUTHORSHIP_OF_MORE = _any_of(
    r"""(?:ghi chép|bút ký|ký sự|phóng sự|truyện ngắn|tùy bút|tản văn|tạp văn|tiểu luận)(?: của|(?=\s*:)) |
    chùm ảnh(?: của|(?=\s*:)) |
    (?:reporting|writing) by | szerző(?:k)? | írta | kirjoittaja | kirjoittanut | toimittaja(?=\s*:) | napsala? |
    p[ií]še | napísala? |
    avtor(?:ica)? | napisao | napisala | autori(?:us|ai)? | autorė | autore | höfundur | egilea | müəllif | yazar |
    muhabir(?=\s*:) | scris de | skriv[ei][tn] a[vf] | skriven av | penulis berita | mwandishi |
    propos recueillis par | textes? de | (?:de )?nos envoyée?s spéci(?:aux|ales) | de notre envoyée? spéciale? |
    (?:dal(?:la)?|della?|il|la) nostr[oa] (?:inviat[oa]|corrispondente) | intervista di |
    de nuestr[oa] (?:enviad[oa] especial|corresponsal) | von unser(?:em|er) korrespondent(?:en|in) |
    συντάκτ(?:ης|ρια)(?: άρθρου)? | συγγραφέας | γράφ(?:ει|ουν)(?: ο| η| οι)? | επιμέλεια | κείμενο | του |
    της | των | авторка | авторы? (?:статьи|текста) | авторы | автори | подготовил[аи]? | написала? | текст[аъ]? |
    пише | пишува | аутор | מאת | כתב(?=\s*:) | כתבה(?=\s*:) |
    بقلم | كتب(?:ت)? | إعداد | حوار(?=\s*:) | تقرير(?=\s*:) | نویسنده | نگارنده | به قلم | گزارش(?=\s*:) |
    خبرنگار(?=\s*:) | تحریر | مصنف | लेखक | लेखिका | रिपोर्ट(?=\s*:) | লেখক(?=\s*:) | প্রতিবেদক(?=\s*:) |
    எழுதியவர் | โดย | ผู้เขียน | ผู้สื่อข่าว(?=\s*:) | เรื่อง(?=\s*:) | ໂດຍ | ដោយ | ავტორი | Հեղինակ"""
)
"""The same of more languages; looked for only behind one of the words with which they begin."""

BEGIN_AUTHORSHIP_OF_MORE = words(
    """
    ghi bút ký phóng truyện tùy tản tạp tiểu chùm reporting writing szerző szerzők írta kirjoittaja kirjoittanut
    toimittaja napsal napsala píše piše napísal napísala avtor avtorica napisao autori autorius autoriai
    autorė autore höfundur egilea müəllif yazar muhabir scris skrivet skriven skrivit penulis mwandishi propos
    texte textes de nos dal dalla del della il la intervista von
    συντάκτης συντάκτρια συγγραφέας γράφει γράφουν επιμέλεια κείμενο του της των авторка автор авторы автори
    подготовил подготовила подготовили написал написала текста текстъ пише пишува аутор מאת כתב כתבה
    بقلم كتب كتبت إعداد حوار تقرير نویسنده نگارنده به گزارش خبرنگار تحریر مصنف लेखक लेखिका रिपोर्ट লেখক প্রতিবেদক
    எழுதியவர் โดย ผู้เขียน ผู้สื่อข่าว เรื่อง ໂດຍ ដោយ ავტორი հեղինակ
    """
)
"""The first words of `AUTHORSHIP_OF_MORE`, in small letters."""

WIDE_AUTHORSHIP = _any_of(
    r"""著者 | 作者 | 筆者 | 执笔 | 執筆者? | 文 | 撰文 | 撰稿人? | 記者 | 记者 | ライター | 投稿者 | 寄稿者? |
    글 | 글쓴이 | 작성자 | 저자 | 기자"""
)
"""The same in ideographs, kana and Hangul, as labels with the name behind them."""

GLUED = "By|von|Von|Por|Par|Autor|Author"
"""Those of `AUTHORSHIP` that pages print without a space before the name."""

OTHER_WORK = _any_of(
    r"""photos?(?:graphy)?(?: by)? | foto(?:s|grafie)?(?: von)? | pictures? by | images?(?: by)? | bild(?:er)? |
    edited by | editor | reviewed by | medically reviewed by | fact[- ]checked by | illustrations? by |
    illustrated by | translated by | styled by | video by | produced by | hosted by | sponsored by |
    presented by | powered by | theme by | design by | researched by | copyright | interview by |
    interview with | updated by | last updated by | graphics? by | credit | © | \(c\) | via"""
)
"""Words before the name of someone who did other work than writing the text."""

MONTHS = _any_of(
    """jan(?:uary|uar|vier)? | feb(?:ruary|ruar)? | fév(?:rier)? | mar(?:ch|s)? | märz | apr(?:il)? | avril |
    may | mai | june? | juin | juni | july? | juillet | juli | aug(?:ust)? | août | sept?(?:ember|embre)? |
    oct(?:ober|obre)? | okt(?:ober)? | nov(?:ember|embre)? | dec(?:ember)? | déc(?:embre)? | dez(?:ember)? |
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | montag | dienstag | mittwoch |
    donnerstag | freitag | samstag | sonntag"""
)
"""Months and days of the week, to recognize a date after a name."""

PLACES = _any_of(
    r"""hà nội | tp\.? ?hcm | tphcm | thành phố hồ chí minh | sài gòn | đà nẵng | hải phòng | cần thơ | huế |
    hà giang | cao bằng | lào cai | lạng sơn | quảng ninh | thanh hóa | nghệ an | hà tĩnh | quảng trị |
    quảng nam | quảng ngãi | gia lai | đắk lắk | lâm đồng | khánh hòa | đồng nai | tây ninh | vĩnh long |
    đồng tháp | cà mau | an giang | bắc ninh | phú thọ | thái nguyên | tuyên quang | hưng yên | ninh bình |
    sơn la | điện biên | lai châu | bình dương | bình định | bình thuận | bến tre | kiên giang | long an |
    tiền giang | nam định | hải dương | thái bình | việt nam | sóc trăng | bạc liêu | trà vinh | hậu giang |
    vũng tàu | bà rịa(?: vũng tàu)? | bình phước | ninh thuận | phú yên | kon tum | đắk nông | quảng bình |
    thừa thiên huế | hà nam | bắc giang | bắc kạn | hòa bình | yên bái | vĩnh phúc | hà tây | phú quốc | đà lạt |
    nha trang | quy nhơn | vinh | thủ đức | buôn ma thuột | sa pa"""
)
"""Places in Vietnam that stand behind a name, as if they were a second one."""

DEGREE = _any_of(
    r"""(?:[A-Z][a-z]?\.?){2,6}®? | (?:[A-Z]\.\s?){2,5} | Ph\.? ?D\.? | M\.?D\.? | Psy\.?D\.? |
    Pharm\.?D\.? | Ed\.?D\.? | Esq\.? | [JS]r\.? | II | III | [A-Z]{2,6}(?:-[A-Z]{1,4})?®?™? |
    Dipl\. \w+"""
)
"""Degrees and suffixes, which belong to the name before the comma (case matters)."""

OFFICE = _any_of(
    r"""(?:staff )?writers? | editors? | reporters? | correspondents? | columnists? | journalists? |
    contributors? | producers? | (?:co-)?founder | ceo | cto | director | manager | attorney | professor |
    photographer | analyst | officer | head | president | chief | specialist | expert | researcher |
    redakteur(?:in)? | redaktor | vice | sponsored | author | gardener | grader | freelance\w* | intern | senior |
    managing | contributing | associate | meteorologist | anchor | strategist | consultant | coach | teacher |
    general (?:manager|counsel|secretary) | (?:ressort)?leiter(?:in)? | directora? | directrice | directeur |
    responsable | marketing | korrespondent(?:in)? | chefredakteur(?:in)?"""
)
"""Positions, which follow a name or a comma."""

AGENCY = _any_of(
    rf"""{NEWS_AGENCY} | cnn | bbc | nbc | abc | cbs | npr |
    .*\b(?:news|times|post|herald|tribune|press|media|magazine|journal|gazette|courier|network) |
    .*\b(?:university|today|daily|agencies)"""
)
"""News agencies, broadcasters, and words in the names of papers."""
