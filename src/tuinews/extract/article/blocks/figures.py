"""Pictures and embedded things: their best real address, caption and credit."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.article.blocks.credits import (
    LONGEST_CREDIT,
    begins_as_credit,
    clean_credit,
    credit_within,
    is_labelled_credit,
)
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tree import attribute, elements_beside
from tuinews.late import late_pattern
from tuinews.model.document import Block, Embed, Figure, Span, Spans, plain
from tuinews.text import clean_line

SMALLEST = 40
"""Pixels; a picture that says it is smaller on one side is an icon or a counter."""

_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-src-large",
    "data-hi-res-src",
    "data-full-src",
    "data-large-file",
    "data-orig-file",
    "data-url",
    "data-image",
    "data-photo-original-src",
    "data-echo",
    "data-original-src",
)
_LAZY_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_CANDIDATE = late_pattern(r"(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)")
_NO_PICTURE = late_pattern(
    r"(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|transparent|loading|lazy[-_]?load|1x1|grey|gray|icons?|logo|avatars?"
    r"|sprite|emoji|smil(?:ey|ies)|gravatar|tracking|badge)(?=$|[/_.?-])|\.svg(?:$|\?)|^data:",
)
"""For addresses in small letters: a search that ignores case takes three times as long."""

_FILE_NAME = late_pattern(r"^[\w\s().-]{1,120}\.(?:jpe?g|png|gif|webp|avif|bmp)$", re.IGNORECASE)
_NUMBERED = late_pattern(r"\s*[-–.]\s*(?:Ảnh|Photo|Bild|Image|Foto|Hình)\s+\d{1,3}\.?$")
_LABEL_ALONE = late_pattern(
    r"\W*(?:image|photo|picture|hình ảnh|ảnh|bild|foto|imagen|imagem|画像|图片)\W*", re.IGNORECASE
)
_LABEL = late_pattern(
    r"\s*(?:image caption|chụp lại hình ảnh|légende image|pie de foto|legenda da foto|keterangan gambar"
    r"|التعليق على الصورة|توضیح تصویر|تصویر کا کیپشن|подпись к фото|підпис до фото|fotoğraf altı yazısı"
    r"|इमेज कैप्शन|图像加注文字|圖像加註文字|画像説明|사진 설명|คำบรรยายภาพ|maelezo ya picha)"
    r"\s*[,:،，、]\s*",
    re.IGNORECASE,
)
"""What the BBC and others print for screen readers before a caption."""

_OFFER = late_pattern(
    r"purchase licensing rights|buy (?:this )?(?:photo|picture|print)|license this (?:photo|image)"
    r"|order (?:a )?reprints?",
    re.IGNORECASE,
)
"""What a link behind a caption says that sells the picture."""

_COUNTED = late_pattern(r"\s*\[\d{1,3}\s?/\s?\d{1,3}\]\s*")
"""The number of a picture in a gallery before its caption: "[1/3]"."""

_ADVERTISEMENT = late_pattern(
    r"(?:^|[/_.?=&-])(?:ads?|advert\w*|banners?|sponsor\w*|promo|track\w*|pixel)(?=$|[/_.?=&-])", re.I
)
_EMBEDDED = late_pattern(
    r"youtube(?:-nocookie)?\.com/embed|player\.vimeo|dailymotion|facebook\.com/plugins|twitter\.com|platform\.twitter"
    r"|instagram\.com|tiktok\.com|spotify\.com|soundcloud\.com|ted\.com|twitch\.tv|bilibili|naver|rumble\.com"
    r"|datawrapper|flourish|infogram|google\.com/maps|streamable|brightcove|jwplat|acast|podcasts\.apple|megaphone",
    re.IGNORECASE,
)

_PLAYER = late_pattern(
    r"(?:^|[/_.-])(?:embed(?:ded)?|players?|videos?|podcasts?|watch)(?=$|[/_.?-])", re.IGNORECASE
)
"""What the address of a frame has that shows a film or plays a sound."""

_NO_FILM = late_pattern(
    r"(?:^|[/_.?=&#-])(?:news-?letters?|subscri(?:be|ption)s?|sign-?up|hsforms|typeform|view-?form|consent\w*|gdpr|"
    r"privacy-mgmt|disqus|giscus|utteranc|commento|recaptcha|hcaptcha|turnstile|doubleclick|\w*syndication|safeframe|"
    r"taboola|outbrain)(?=$|[/_.?=&#-])"
    r"|(?:^|[/.])(?:forms?|surveys?|polls?|cmp|cookies?|comments?|replies|log-?in|sign-?in|accounts|oauth2?|auth|like|"
    r"follow(?:_button)?|share_button|chat|donat(?:e|ion)s?|checkout|cart|booking)(?=$|[/.])",
    re.IGNORECASE,
)
"""What the address of a frame has that asks something of the reader (a letter, consent, a comment, a sign-in), or
advertises, be it embedded as films are."""

_DRAWING = late_pattern(r"\.svg(?:$|\?)", re.IGNORECASE)
LEAST_DRAWING = 200
"""Pixels of the width from which a drawing is no sign."""


def figure_of(image: LexborNode, base: str | None) -> Figure | None:
    """The picture of an `img` or `amp-img`, without its caption; None for icons, counters and empty places.

    Its address is "" where the page's own is not known; such a picture stays only if it gets a caption.
    """
    attributes = image.attributes
    width, height = _pixels(attributes, "width"), _pixels(attributes, "height")
    if (width is not None and width < SMALLEST) or (height is not None and height < SMALLEST):
        return None
    source = _best_address(image, attributes) or _drawing(image, attributes.get("src") or "", width)
    if not source:
        return None
    return Figure(join(base, source) or "", clean_alt(attributes.get("alt")) or None, width=width, height=height)


def _drawing(image: LexborNode, source: str, width: int | None) -> str:
    """The address of a drawing that a page sets as a figure or in the size of one; "" for signs."""
    box = image.parent
    in_figure = box is not None and box.tag == "figure"
    stated = in_figure if width is None else width >= LEAST_DRAWING
    sign = _NO_PICTURE.search(_DRAWING.sub("", source.lower()))
    return source if stated and not sign and _DRAWING.search(source) else ""


def image_beside(node: LexborNode) -> LexborNode | None:
    """The picture before or after an element, whitespace aside, on the same level."""
    for beside in (next(elements_beside(node, step), None) for step in ("prev", "next")):
        if beside is not None:
            image = beside if beside.tag in ("img", "amp-img") else beside.css_first("img")
            if image is not None:
                return image
    return None


def clean_alt(alt: str | None) -> str:
    """An alternative text without file names and picture numbers ("… - Ảnh 1.")."""
    text = _NUMBERED.sub("", clean_line(alt))
    return "" if _FILE_NAME.match(text) else text


def give_caption(blocks: list[Block], caption: Spans, credit: str, in_figure: bool) -> bool:
    """Gives a caption and a credit to the last picture of the blocks; False where none is near.

    The second caption of one figure is joined to the first, that of another place dropped: pages print it twice.
    The word for screen readers before it ("Image", "Image caption, …") is none of it. A credit at its end stays in
    it as it is printed, and is the credit, too.
    """
    caption = _without_label(_without_offer(caption))
    for place in range(len(blocks) - 1, max(-1, len(blocks) - 3), -1):
        figure = blocks[place]
        if not isinstance(figure, Figure):
            continue
        if figure.caption and caption and not in_figure:
            return True
        both, credit = figure.caption, clean_credit(credit)
        if caption and is_labelled_credit(plain(both)):
            both, credit = (), credit or clean_credit(plain(both))
        if plain(caption) not in plain(both):
            both += ((Span(" "),) if both else ()) + caption
        blocks[place] = replace(
            figure, caption=both, credit=credit or figure.credit or credit_within(plain(both)) or None
        )
        return True
    return False


def _without_offer(caption: Spans) -> Spans:
    """A caption without the link behind it to whoever sells the picture, and without its number of several."""
    if len(caption) > 1 and caption[-1].href and _OFFER.match(caption[-1].text.strip()):
        caption = caption[:-1]
    found = _COUNTED.match(caption[0].text) if caption else None
    if found is None or (found.end() == len(caption[0].text) and len(caption) == 1):
        return caption
    rest = caption[0].text[found.end() :]
    return (replace(caption[0], text=rest), *caption[1:]) if rest else caption[1:]


def _without_label(caption: Spans) -> Spans:
    """A caption without the word that says to screen readers what it is; () if it is no more than that."""
    if not caption or _LABEL_ALONE.fullmatch(plain(caption)):
        return ()
    first = caption[0]
    found = _LABEL.match(first.text)
    if found is None:
        return caption
    rest = first.text[found.end() :]
    return (replace(first, text=rest), *caption[1:]) if rest else caption[1:]


def is_credit_line(node: LexborNode) -> bool:
    """Whether a block below a caption is nothing but the credit ("ẢNH: MINH AN"); in a line it stays there."""
    inner = node.css_first("img, picture, figure, figcaption, video")
    if inner is not None and inner.mem_id != node.mem_id:
        return False
    text = clean_line(node.text(deep=True), 2 * LONGEST_CREDIT).strip("([（ )]）")
    before = elements_beside(node, "prev")
    return len(text) <= LONGEST_CREDIT and begins_as_credit(text) and next(before, None) is not None


def embed_of(node: LexborNode, base: str | None) -> Embed | None:
    """A video, a post or a chart of another site as its link; None for advertisements and counters."""
    attributes = node.attributes
    source = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src") or ""
    if node.tag in ("video", "audio") and not source:
        source = attribute(node.css_first("source[src]"), "src")
    address = join(base, source)
    if node.tag == "iframe" and not _is_of_text(source, address, base, node):
        return None
    return Embed(address, clean_line(attributes.get("title")) or None) if address else None


def _is_of_text(source: str, address: str | None, base: str | None, frame: LexborNode) -> bool:
    """Whether a frame shows something, and asks nothing of the reader."""
    where = urlsplit(address or source)
    if _NO_FILM.search(f"{where.netloc}{where.path}"):
        return False
    return _EMBEDDED.search(source) is not None or (address is not None and _is_shown(address, base, frame))


def _is_shown(address: str, base: str | None, frame: LexborNode) -> bool:
    """Whether a frame has a page of the same host or a film, is no advertisement and large enough to be seen."""
    sizes = [_pixels(frame.attributes, name) for name in ("width", "height")]
    shown = all(size is None or size >= SMALLEST for size in sizes) and attribute(frame, "height") != "0"
    own = base is not None and urlsplit(address).netloc == urlsplit(base).netloc
    film = "allowfullscreen" in frame.attributes or _PLAYER.search(address) is not None
    named = f"{attribute(frame, 'class')} {attribute(frame, 'id')} {attribute(frame, 'name')}"
    return (own or film) and shown and not (_ADVERTISEMENT.search(address) or BESIDE_NAME.matches(named))


def post_of(quote: LexborNode, base: str | None) -> Embed | None:
    """A post quoted by a `blockquote` that a script fills (Twitter, Instagram, TikTok): its last link."""
    links = quote.css("a[href]")
    address = join(base, attribute(quote, "cite") or attribute(quote, "data-instgrm-permalink"))
    address = address or (join(base, attribute(links[-1], "href")) if links else None)
    return Embed(address, clean_line(quote.text(deep=True, separator=" "), 200) or None) if address else None


def _best_address(image: LexborNode, attributes: Mapping[str, str | None]) -> str:
    """The largest candidate of `srcset`, lazy attributes before `src`, which is often a place-holder."""
    sets = [attributes.get(name) or "" for name in _LAZY_SETS]
    picture = image.parent
    if picture is not None and picture.tag == "picture":
        for source in picture.css("source"):
            sets.extend(source.attributes.get(name) or "" for name in _LAZY_SETS)
    lazy = [attributes.get(name) or "" for name in _LAZY]
    plain = attributes.get("src") or ""
    for address in chain(lazy, (_largest(text) for text in sets if text), (plain,)):
        if address and not _NO_PICTURE.search(address.lower()):
            return address
    return ""


def _largest(srcset: str) -> str:
    """The address of the widest candidate (WHATWG HTML, 4.8.4.2.1)."""
    best, size = "", -1.0
    for match in _CANDIDATE.finditer(srcset[:20_000].strip()):
        width = float(match[2] or 1) * (1000 if match[3] == "x" else 1)
        if width > size and not match[1].startswith("data:"):
            best, size = match[1], width
    return best


def _pixels(attributes: Mapping[str, str | None], name: str) -> int | None:
    value = (attributes.get(name) or "").removesuffix("px").strip()
    return int(value) if value.isascii() and value.isdigit() and 0 < int(value[:6]) < 20_000 else None
