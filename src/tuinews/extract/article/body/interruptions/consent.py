"""Notices in place of an embedded post or film: that it comes from elsewhere, and whether it may be loaded.

Told by structure first: a small box with a button or a switch, in which a provider, consent and foreign content
are spoken of; without one, all three must be.
"""

from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.page.lines import PageLine
from tuinews.extract.page.patterns import words
from tuinews.late import late_pattern

_PROVIDER = late_pattern(
    r"\b(?:you\s?tube|twitter|x\.com|instagram|facebook|meta|tik\s?tok|vimeo|spotify|soundcloud|google|"
    r"datawrapper|"
    r"dailymotion|pinterest|reddit|threads|bluesky|mastodon|telegram|twitch|giphy|opinary|podigee|flourish|"
    r"infogram|"
    r"brightcove|glomex|third[- ]part(?:y|ies)|(?:by|from|von|de|av|fra|van) x)\b|"
    r"\bdritt(?:anbieter|plattform)|\b(?:de|por|a|con) (?:un )?terceros?\b|\b(?:sites?|services?|"
    r"plateformes?|par un) tiers\b|"
    r"\bterze parti\b|\bterzi\b|\bterceiros?\b|\bderden\b|\btred(?:jepart|jeparts|jepartstj)|\b(?:serwis|"
    r"dostawc|podmiot)\w* "
    r"(?:zewnętrzn|trzeci)|bên thứ ba|บุคคลที่สาม|第三者|外部サービス|第三方|제3자|طرف ثالث|أطراف ثالثة|сторонн"
)
"""Names of those whose content it is, and what "a third party" is called."""

_CONSENT = tuple(
    """
    cookie|consent|permission|opt-in|accept|agree|einwillig|zustimm|einverstanden|datenschutz|personenbezogen
    akzeptier
    privatsphäre|traceurs|données personnelles|consentimiento|datos personales|acept|consenso|dati personali|accett
    dados pessoais|aceit|toestemming|persoonsgegevens|akkoord|samtyck|samtykke|personuppgift|personopplysning
    personoplysning|godkänn|godkjenn|godta
    informasjonskaps|suostumu|hyväksy|zgod|danych osobowych|souhlas|osobní údaj|osobných údaj
    súhlas
    hozzájárul|elfogad|consimț|date personale|συγκατάθεσ|αποδοχ|соглас|персональн|згод|çerez|onay|kişisel veri|同意
    クッキー|쿠키|동의|ملفات تعريف|موافق|הסכמ|עוגיות|کوکی|رضایت|सहमति|कुकी|คุกกี้|ยินยอม|đồng ý|setuju
    """.strip()
    .replace("\n", "|")
    .replace("|    ", "|")
    .split("|")
)
_CONTENT = late_pattern(
    r"(?:external|third[- ]party|embedded|recommended|blocked|provided|this|view|show|load|"
    r"allow)\W+(?:\w+\W+){0,3}?content|"
    r"content (?:from|provided|is|blocked|cannot)|to (?:view|see|watch) (?:this|it)|"
    r"(?:extern|empfohlen|redaktionell|eingebunden|eingebettet|dritt)\w*[\w\s-]{0,30}inhalt|drittplattform|"
    r"inhalte? (?:von|anzeigen|laden|freigeben|steht|angezeigt|ist)|[\w]+-inhalt|"
    r"contenus? (?:externe|tiers|bloqué|est|de|recommandé|intégré)|visualiser|"
    r"contenidos? (?:extern|incrustad|bloquead|de terceros)|contenut[oi] (?:estern|incorporat|bloccat|di terz)|"
    r"conteúdos? (?:extern|incorporad|bloquead|de terceiros)|(?:externe|ingesloten|geblokkeerde) (?:inhoud|"
    r"content)|"
    r"(?:externt|inbäddat|inbäddad|innebygd|indlejret|eksternt) (?:inneh|innh|indh)|ulkoi\w+ sisäl|upotettu|"
    r"treści? (?:zewnętrzn|osadzon|dostawc)|extern[íé]\w* obsah|külső tartalom|conținut(?:ul)? extern|"
    r"εξωτερικό περιεχόμενο|(?:внешн|сторонн)\w+ (?:контент|содерж)|зовнішн\w+ (?:контент|вміст)|harici içerik|"
    r"外部コンテンツ|外部内容|외부 콘텐츠|"
    r"المحتوى الخارجي|محتوى خارجي|תוכן חיצוני|محتوای خارجی|nội dung (?:bên ngoài|nhúng)|"
    r"konten eksternal|เนื้อหาภายนอก|"
    r"(?:diese[nr]?|este|ce|quest[oa]|deze|dette|denne|tento|t[ęea]j?|bu|ini|это|этот|цей) "
    r"(?:inhalte?|conte[nú]\w*|inhoud|innhold\w*|indhold|obsah|treś\w*|içerik|konten|контент|вміст)|"
    r"det här innehållet|nội dung này|このコンテンツ|埋め込まれ|此内容|이 콘텐츠|هذا المحتوى|เนื้อหานี้"
)
_OF_CONTENT = words(
    """
    埋め込 content
    inhalt drittplattform contenu visualis conteni contenut conteúdo inhoud inneh innh indh sisäl upotettu
    treś obsah tartalom conținut περιεχόμενο контент содерж вміст içerik コンテンツ 内容 콘텐츠 محتوى المحتوى תוכן
    محتوا nội konten เนื้อหา
    """
)
"""What each way to speak of content has in it; looked for first, since that is a hundred times as fast."""

LEAST, LEAST_WITH_CONTROL = 3, 2
"""Signs (provider, consent, content) that a notice has, and where a button or a switch stands in its box."""

LEAST_LETTERS, LONGEST = 15, 800
"""Letters of a line of a notice."""

CONTROLS = (
    "button, input[type=checkbox], [role=button], [role=switch], a.btn, a.button, a[href='#'], "
    "a[href^='javascript']"
)


def consent_lines(boxes: Boxes) -> Iterator[int]:
    """The lines of the notices among the kept ones."""
    consent = [stem for stem in _CONSENT if stem in boxes.small_text]
    content = [stem for stem in _OF_CONTENT if stem in boxes.small_text]
    if not consent and not content:
        return

    def speaks_of_it(line: PageLine) -> bool:
        if not LEAST_LETTERS <= line.size <= LONGEST:
            return False
        small = line.text.lower()
        if any(stem in small for stem in content) and _CONTENT.search(small):
            return True
        return any(stem in small for stem in consent) and _PROVIDER.search(small) is not None

    done = -1
    for place in boxes.odd:
        line = boxes.page_lines.lines[place]
        if place > done and speaks_of_it(line):
            box = boxes.around(line.element, speaks_of_it)
            if box is not None and _is_notice(boxes, box):
                yield from boxes.places(box)
                done = boxes.page_lines.last[box] - 1


def _is_notice(boxes: Boxes, box: int) -> bool:
    small = " ".join(line.text for line in boxes.lines(box)).lower()
    signs = sum(
        (
            any(stem in small for stem in _CONSENT),
            _PROVIDER.search(small) is not None,
            _CONTENT.search(small) is not None,
        )
    )
    has_control = boxes.page_lines.node[box].css_first(CONTROLS) is not None
    return signs >= (LEAST_WITH_CONTROL if has_control else LEAST)
