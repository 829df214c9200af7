"""Whether a page can be in the charset that it claims to be in."""

import re
from itertools import islice

_CLAIM = 200_000
"""Bytes in which it is looked whether a page can be in the charset that it claims."""

_LEAST_RUNS = 3
"""How often something must stand there that no Western text has, and different letters of a run of them."""

_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,8}")
_SIGN_IN_WORD = re.compile(rb"[a-z][\xa1-\xa9\xab\xac\xae\xaf\xb1-\xb3\xb5\xb6\xb8\xb9\xbb-\xbf](?=[a-z])")
"""A sign of Western charsets inside a word: a letter in the charsets of Central Europe. Left out are what stands
between letters of Western words: blanks, hyphens, the point of Catalan, and the accent that is written for an
apostrophe."""

_TURKISH_IN_WORD = re.compile(rb"[a-z][\xf0\xfd\xfe](?=[a-z])")
_OF_ICELAND = re.compile(rb"[\xe1\xe6\xed\xf3\xfa]")
"""Letters of Icelandic, Faroese and Czech beside those that are three others in Turkish."""


def is_not_western(body: bytes) -> bool:
    """Whether the bytes cannot be the letters of a Western language, whatever the page says of them."""
    sample = body[:_CLAIM]
    runs = (run for run in _HIGH_RUN.findall(sample) if len(set(run)) >= _LEAST_RUNS)
    if sum(1 for _ in islice(runs, _LEAST_RUNS)) >= _LEAST_RUNS:
        return True
    if sum(1 for _ in islice(_SIGN_IN_WORD.finditer(sample), _LEAST_RUNS)) >= _LEAST_RUNS:
        return True
    turkish = sum(1 for _ in islice(_TURKISH_IN_WORD.finditer(sample), _LEAST_RUNS)) >= _LEAST_RUNS
    return turkish and _OF_ICELAND.search(sample) is None
