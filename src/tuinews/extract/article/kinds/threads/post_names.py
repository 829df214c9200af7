"""The names that programs of forums give to the parts of a post: its text, its poster, its day, what is beside it.

They are those of the programs (Discourse, phpBB, vBulletin, XenForo, MyBB, SMF, Invision, Flarum, bbPress, Khoros,
NodeBB, Stack Exchange, Reddit, Hacker News, Lobsters, Lemmy, GitHub), which thousands of sites run, and the words
of which most others make theirs.
"""

import re

from tuinews.extract.page.patterns import words
from tuinews.late import late_pattern

_BEGIN, _END = r"(?:^|[\s#])", r"(?=$|\s)"

OF_PROGRAMS = words(
    """
    cooked bbWrapper post_message_ td_post_message_ commtext usertext-body js-post-body s-prose bbp-reply-content
    bbp-topic-content lia-message-body-content md-div js-post__content-text ipsRichText--user js-comment-body msg_
    postmessage_ postmsg status__content status__content__text
    """
)
"""Names that only programs for threads give to the text of a post, without numbers: one post is enough."""

RICH_TEXT_END = ("-post-rtjson-content", "-comment-rtjson-content")
"""What the ids of Reddit's texts end with."""

CRAWLED = "post text"
"""The class and the itemprop of the text of a post that Discourse shows without scripts."""

WITH_SIGN = words(
    "toptext comment_text story_text Post-body postcontent messageText ipsType_richText markdown-body userContent"
)
"""Names that they give to it and others use too."""

SIGN = late_pattern(
    r"(?:^|[\s#])(?:fatitem|comments_subtree|story_liner|story|CommentPost|PostStream|postbit\w*|postcontainer|messageInfo|"
    r"messageContent|cPost_contentWrap|react-issue-\w+|js-discussion|TimelineItem|Item-Body)(?=$|\s)"
)
"""Names of an element around such a text that tell the program."""

BODY = late_pattern(
    _BEGIN + r"(?:[\w-]*[_-])?(?:post|message|msg|reply|answer|question|thread|forum)s?[_-]{0,2}"
    r"(?:box[_-]?)?(?:body|bodytext|content|contents|text|message|inner|entry|html|copy|prose)(?:[_-]?\d+)?"
    + _END,
    re.IGNORECASE,
)
"""Names of the text of a post, as most programs make them."""

BODY_ENDS = (
    "body",
    "bodytext",
    "content",
    "contents",
    "text",
    "message",
    "inner",
    "entry",
    "html",
    "copy",
    "prose",
)
BODY_PARTS = ("post", "mess", "msg", "reply", "answer", "question", "thread", "forum")
"""What those end with, numbers aside, and what they hold: few names need to be looked at closer."""

COMMENT_TEXT = late_pattern(
    _BEGIN + r"(?:[\w-]*[_-])?(?:comments?|discussion\w*|response|notes?|e?mails?)[_-]{0,2}"
    r"(?:body|content|text|message|inner|copy|prose)" + _END,
    re.IGNORECASE,
)
"""Names of the text of a comment, which is a post on pages that are threads."""

PLAIN_BODY = words("content inner text body message")
"""Names of the text of a post where the element around it is called a post."""

POST = late_pattern(
    r"(?:^|[\s_#-])(?:postbody|messages?|msg|reply|replies|answer|question|forum-?post|timeline-comment)(?=$|[\s_\d-])",
    re.IGNORECASE,
)
"""Names of a post as a whole."""

QUOTED = late_pattern(
    r"(?:^|[\s_#-])(?:quote\w*|bbcode_quote|bbCodeQuote|spoiler|(?:post)?sig(?:nature)?|preview|side(?:bar)?|titlebox)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of elements around a text that is quoted, signs a post, or tells the rules of a forum."""

OPENING = late_pattern(r"(?:^|\s)(?:fatitem|linklisting|story_liner)(?=$|\s)")
"""Names of the head of a thread about a link, which has a poster and no text."""

NOT_BODY = late_pattern(
    r"(?:^|[\s_#-])(?:quote\w*|bbcode_quote|bbCodeQuote|spoiler|sig(?:nature)?|editor|form|textarea|preview|related|"
    r"similar|suggested|sidebar|notice|footer|teaser|excerpt|snippet|title|header)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of elements, and of those around them, that hold no post's own text."""

POSTER = late_pattern(
    r"(?:^|[\s_-])(?:author|poster|creator|hnuser|bigusername|user-?name|user_?name|nick(?:name)?|display-?name|"
    r"member-?name|message-name|screen-?name|ipsType_break|user-details|PostUser-name|login|poster-name|byline|person|fn|name)"
    r"(?=$|[\s_-])|[uU]ser[-_]?[nN]ame|Author",
)
"""Names of the name of the poster."""

NOT_POSTER = late_pattern(
    r"(?:^|[\s_-])(?:avatar|rank|title|group|banner|badges?|stats?|extras?|location|posts?-?count|reputation|"
    r"edited|editor|last|quote\w*|staff|role)(?=$|[\s_-])|userTitle|userBanner",
    re.IGNORECASE,
)
"""Names of what stands with the poster and is not the name."""

_PROFILE = late_pattern(
    r"(?:^|[/?&=])(?:users?|u|members?|profiles?|people|memberlist|~[\w-]+)(?:\.php)?"
    r"(?:[/?#](?!(?:log|sign)-?(?:in|up|out)\b|regist|password)|$)|action=profile|"
    r"member\.php|mode=viewprofile|user\?id=",
    re.IGNORECASE,
)
_PROFILE_STEMS = ("user", "member", "profile", "people", "~", "/u", "?u", "&u", "=u")
"""What each such address has one of, or begins with: few have any, and the pattern takes ten times as long."""


def is_profile(address: str) -> bool:
    """Whether an address is that of the page of a member."""
    small = address.lower()
    may_be = small.startswith("u") or any(stem in small for stem in _PROFILE_STEMS)
    return may_be and _PROFILE.search(address) is not None


DAY = late_pattern(
    r"(?:^|[\s_-])(?:date|time|age|posted|post-?date|post_?time|relativetime|DateTime|timestamp|when|published|"
    r"posttime|created|postdetails|keyinfo|smalltext|live-timestamp|permalink)(?=$|[\s_-])|[dD]ate(?:Time)?(?=$|[\s_-])",
)
"""Names of the moment of a post."""

BESIDE_POST = late_pattern(
    r"(?:^|[\s_-])(?:sig(?:nature)?s?|sig[-_]?text|signature-?\w*|edited|last-?edit\w*|edit-?note|editedby|"
    r"after_content|notice|quoteExpand|bbcode_description|"
    r"likes?|reactions?\w*|reply-?button|buttons?|controls?|post-?(?:menu|controls|buttons|actions|options|footer|rating)|"
    r"quote-?controls|expand[-_]?link|read-?more|share\w*|report|attribution-?opposite|vote\w*|js-votes|"
    r"informations|filename|meta|smallfont|cooked-selection-barrier|thankyou|thanks|ads?|advert\w*|sr-only|u-srOnly|visually-hidden)"
    r"(?=$|[\s_-])|bbCodeBlock-(?:expand|shrink)Link|[sS]ignature|lastEdited",
)
"""Names of elements inside the text of a post that are none of it."""

QUOTE = late_pattern(
    r"(?:^|\s)(?:quote|bbcode_quote|bbCodeQuote|bbCodeBlock--quote|mycode_quote|ipsQuote|blockquote|quotebox|quote_container|"
    r"quotetop)(?=$|\s)"
)
"""Names of a quotation of another post."""

INNER_QUOTE = "quoteContainer"
"""What XenForo 1 calls the inner element of a quotation, in which its text is called a quotation again."""

PICTURE_OF_TEXT = late_pattern(r"emoji|smil(?:ey|ie)|emoticon|avatar|inlineimg", re.IGNORECASE)
"""Names of pictures that are signs in a line."""

EDITED = late_pattern(
    r"\s*(?:last\s+)?(?:edited|modified|updated|sửa|bearbeitet|modifié|editado|modificato|gewijzigd|редактир)",
    re.IGNORECASE,
)
"""Words before the moment of a change."""

MEMBERSHIP = late_pattern(
    r"join|member since|regist|beigetreten|mitglied|inscri|inscrit|unido|iscritto|lid sinds|"
    r"tham gia|зарегистр|注册|加入|登録|"
    r"posts?:|messages?:|beiträge",
    re.IGNORECASE,
)
"""Words beside the day on which a poster became a member."""
