"""News agencies, as bylines, credits and the ends of texts name them.

Most are members of the European Alliance of News Agencies (newsalliance.org) or of the Organization of
Asia-Pacific News Agencies (oananews.org). Beside them stand those that serve the whole world (AP, Reuters, AFP,
UPI, Bloomberg), and those of churches and of sport in German (epd, KNA, SID). Each was met on pages of the press.
"""

VIETNAMESE_AGENCY = r"ttxvn|ttx|vna|vov\d?|vtv\d*|vgp|vietnam\+|vietnamplus"
"""The agency and the broadcasters of the state, as they are named behind a name."""

NEWS_AGENCY = (
    rf"{VIETNAMESE_AGENCY}|associated press|ap news|ap|reuters|afp|upi|bloomberg|dpa(?:-\w+)?|apa|kna|epd|sid|efe|"
    r"europa press|ansa|tass|interfax|unian|ukrinform|lusa|belga|anp|ntb|ritzau|stt|pap|čtk|tasr|mti|"
    r"anadolu ajansı|xinhua|kyodo|pti|ani|ians|field level media"
    r"|共同|共同通信|時事|時事通信|新华社|新華社|연합뉴스|أ ?ف ?ب|رويترز|د ?ب ?أ"
)
"""A pattern of the names of agencies, without capitals."""
