"""The language in which the program speaks: English in the sources, the others by gettext's catalogues.

`_` and `ngettext` look a message up when they are called, so that the language can change while the program runs;
`N_` only marks a message that is looked up later. `python docs/catalogue.py` collects what they mark.
"""

from tuinews.language.environment import language_name, stated_language, user_languages
from tuinews.language.signs import Signs, choose_signs, drawn_with_signs, ellipsis, signed
from tuinews.language.speech import (
    LANGUAGES,
    N_,
    TranslatedText,
    _,
    choose,
    current,
    decimal,
    negotiated,
    ngettext,
    number,
    own_language,
    size_in_words,
)
from tuinews.late import late_imports

with late_imports(__name__):
    from tuinews.language.retranslation import as_said_now, to_keep

__all__ = [
    "LANGUAGES",
    "N_",
    "Signs",
    "TranslatedText",
    "_",
    "as_said_now",
    "choose",
    "choose_signs",
    "current",
    "decimal",
    "drawn_with_signs",
    "ellipsis",
    "language_name",
    "negotiated",
    "ngettext",
    "number",
    "own_language",
    "signed",
    "size_in_words",
    "stated_language",
    "to_keep",
    "user_languages",
]
