"""Short names of months and weekdays of Unicode CLDR 48 beside those of the other tables.

Forms of a few letters that are words or names elsewhere are read only in a text of their language.
"""

from tuinews.extract.dates.vocabulary.words import Words

SHORT = (
    Words("de", weekdays_at_home="mo; di; mi; do; fr; sa; so"),
    Words("nl", weekdays_at_home="ma; di; wo; do; vr; za; zo"),
    Words("cs", weekdays_at_home="po; út; st; čt; pá; so; ne"),
    Words("tr", weekdays_at_home="pzt; sal; çar; per; cum; cmt; paz"),
    Words("fi", weekdays_at_home="ma; ti; ke; to; pe; la; su"),
    Words(
        "si",
        months_at_home="දුරුතු; නවම්; මැදින්; බක්; වෙසක්; පොසොන්; ඇසළ; නිකිණි; බිනර; වප්; ඉල්; උඳුවප්",
    ),
    Words(
        "ti",
        months_at_home=(
            "ጥሪ; ለካቲት, ለካ; መጋቢት, መጋ; ሚያዝያ, ሚያ; ጉንበት, ግን; ሰነ; ሓምለ, ሓም; ነሓሰ, ነሓ; መስከረም, መስ; ጥቅምቲ, ጥቅ; ሕዳር, ሕዳ; "
            "ታሕሳስ, ታሕ"
        ),
    ),
    Words(
        "eu",
        months_at_home="urt; ots; ; api; ; eka; uzt; abu; ira; urr; aza; abe",
    ),
    Words(
        "kk",
        months_at_home="; ; нау; ; мам; мау; ; там; ; ; қар; жел",
    ),
    Words(
        "be",
        months_at_home="сту; ; сак; кра; ; чэр; ліп; жні; ; кас; ліс; сне",
    ),
    Words(
        "cy",
        months_at_home="ion; chwef, chw; maw; ebr; ; meh; gorff, gor; ; ; hyd; tach; rhag",
    ),
    Words(
        "sq",
        months_at_home="; shk; ; pri; ; qer; korr; gush; sht; tet; nën; dhj",
    ),
    Words(
        "ga",
        months_at_home="ean; feabh; ; aib; beal; meith; ; lún; ; ; samh; noll",
    ),
    Words(
        "tl",
        months_at_home="; peb; ; ; ; hun; hul; ; ; ; nob; ",
    ),
    Words(
        "mt",
        months_at_home="; fra; ; ; mej; ġun; lul; aww; ; ; ; diċ",
    ),
    Words(
        "tk",
        months_at_home="ýan; few; ; ; ; ; ; awg; ; ; noý; ",
    ),
    Words(
        "sl",
        months_at_home="; ; ; ; ; junij; julij; ; ; ; ; ",
    ),
    Words(
        "gl",
        months_at_home="xan; ; ; ; ; ; xul; ; ; ; ; ",
    ),
    Words(
        "is",
        months_at_home="; ; ; ; ; ; ; ; ; ; nóv; ",
    ),
    Words(
        "lb",
        months_at_home="; ; mäe; ; ; ; ; ; ; ; ; ",
    ),
    Words(
        "sn",
        months_at_home=(
            "ndira, ndi; kukadzi, kuk; kurume, kur; kubvumbi, kub; chivabvu, chv; chikumi, chk; chikunguru, chg; "
            "nyamavhuvhu, nya; gunyana, gun; gumiguru, gum; mbudzi, mbu; zvita, zvi"
        ),
    ),
    Words(
        "ku",
        months_at_home="rbn; sbt; adr; nsn; gln; hzr; trm; tbx; îln; cot; mjd; brf",
    ),
    Words(
        "af",
        months_at_home="; ; ; ; ; ; julie; ; ; ; ; ",
    ),
    Words(
        "eo",
        months_at_home="; ; ; ; ; ; ; aŭg; ; ; ; ",
    ),
)
