"""How two searches are told to be the same, and what of one may be kept."""

from __future__ import annotations

import re

from search.query import clean, fold

#: Letters of a search the log keeps.
KEPT_LENGTH = 200

#: What people put around or behind a question.
_QUOTES = "\"'“”„«»\u2018\u2019"
_ENDS = "?!.,;:" + _QUOTES + " "

_PERSONAL = re.compile(
    r"""
      [^\s@<>"']+ @ [\w.-]+ \. [^\W\d_]{2,}                                # an e-mail address
    | (?<!\w) [a-z]{2} \d{2} \s? [a-z\d]{4} (?: \s? \d{4} ){2,} \s? \d{0,4} (?!\w)   # a bank account (IBAN)
    | (?<!\w) (?= \S* \d ) (?= \S* [a-z] ) [\w-]{32,} (?!\w)              # a key or a password
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Digits with what people put between them in numbers of telephones, cards and machines.
_NUMBER = re.compile(r"(?<!\w) \+? \(? \d (?: [\s().:/\u2013-]* \d ){6,} (?!\w)", re.VERBOSE)
_DATES = re.compile(r"(?:(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])(?:[-./][0-3]?\d)?)?[\s\u2013/-]*)+")
_LEFT_OUT = "…"


def lines(text: str) -> list[str]:
    """The lines of a text, without space around words and without empty ones."""
    found = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in found if line]


def search_key(text: str) -> str:
    """A search as it is compared: without capitals, accents, surplus space, quotes, and the end of a sentence."""
    return fold(clean(text).lstrip(_QUOTES + " ").rstrip(_ENDS))


def kept_form(text: str) -> str:
    """A search as the log keeps it: small letters, single spaces, nothing that looks like personal data.

    Addresses of e-mail, long numbers (telephones, cards, accounts) and long keys become "…"; where nothing else
    is left the text is empty, and there is nothing to keep.
    """
    small = clean(text).lower()
    safe = _NUMBER.sub(_without_number, _PERSONAL.sub(_LEFT_OUT, small))
    short = " ".join(safe[:KEPT_LENGTH].split())
    return short if any(sign.isalnum() for sign in short) or safe == small else ""


def _without_number(match: re.Match[str]) -> str:
    """The number itself when it is made of years and dates, which people do search for."""
    text = match[0]
    return text if _DATES.fullmatch(text) else _LEFT_OUT
