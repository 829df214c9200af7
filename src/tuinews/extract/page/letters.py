"""What the letters and signs of a line tell of it: its language, how wide they are, whether a sentence ends."""

import re

from tuinews.late import late_pattern

VIETNAMESE = late_pattern("[ăđơưạ-ỹ]", re.IGNORECASE)
"""A letter that hardly another language than Vietnamese has: one with a horn or a tone, and ă and đ."""

WIDE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Kana, an ideograph or a Hangul syllable: as wide as two letters, and no blank stands between words."""

UNSPACED = late_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""A letter of Thai, Lao, Burmese, Khmer, kana or an ideograph, which set no blanks between words."""

WITHOUT_STOPS = late_pattern("[\u0e01-\u0e4e\u0e81-\u0ecd]$")
"""The last letter of a line in Thai or Lao, which have no stop at the end of a sentence."""

CASED = late_pattern("[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")
"""A letter of an alphabet with capitals: Latin, Greek, Cyrillic."""

ENDS = frozenset(".!?…。！？।؟\"'”’“»)")
"""Signs that end a paragraph, in the scripts of the press: stops, and what closes quotations or brackets."""

ENDS_OF_LEAD = frozenset('.!?…。！？"”“»')
"""Those with which a lead ends: none that closes a credit too, as brackets do, none of Arabic or Hindi."""

FIGURE = late_pattern(r"\d")
"""A decimal digit of any script."""
