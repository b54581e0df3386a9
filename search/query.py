"""What a searcher typed, made safe for every engine. Pure: no database, no request.

Whatever comes in (a lone quote, NUL, a thousand words, one word of six thousand letters, an engine's own
operators), a :class:`Query` comes out whose parts are plain texts of a bounded size. The language is told
to people in ``docs/search.md``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

MAX_LENGTH = 300
#: Words of all terms together. Questions people write have about twenty, of which half are looked up.
MAX_TERMS = 40
MAX_WORD_LENGTH = 64
MAX_FILTERS = 8

#: What results can be narrowed to by name, by number, and by day.
NAMED = ("tag", "category", "author", "series")
DATED = ("before", "after")
KEYS = (*NAMED, "year", *DATED)

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»〝〞「」『』", '"'))
_PART = re.compile(
    rf"""(?P<minus>-(?=[^\s"-]|"[^"]*"))?
    (?:(?:(?P<key>{"|".join(KEYS)}):(?=[^\s"]|"[^"]*"))?
    (?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+)))""",
    re.IGNORECASE | re.VERBOSE,
)
#: Years that can be asked for; ``year:`` takes the same.
_YEARS = range(1000, 3000)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


@dataclass(frozen=True)
class Term:
    """One word as it was typed, or several that must stand side by side.

    ``put_right`` says from where to where the text is a correction and not what was typed.
    """

    text: str
    phrase: bool = False
    put_right: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The runs of letters, digits and _ of the text; underscores alone are no word."""
        return _words(self.text)

    def __str__(self) -> str:
        return f'"{self.text}"' if self.phrase else self.text


@dataclass(frozen=True)
class Filter:
    """A condition such as ``tag:design``: one of ``KEYS``, and what was written after the colon."""

    key: str
    value: str

    def __str__(self) -> str:
        value = f'"{self.value}"' if re.search(r"\s", self.value) else self.value
        return f"{self.key}:{value}"

    @property
    def number(self) -> int | None:
        """The year of a ``year:``; None for everything else."""
        is_year = self.key == "year" and re.fullmatch(r"[12]\d{3}", self.value, re.ASCII)
        return int(self.value) if is_year else None

    @property
    def day(self) -> date | None:
        """The first day of what ``before:`` and ``after:`` name: 2026, 2026-11 or 2026-11-22; None for no date."""
        match = _DATE.fullmatch(self.value)
        if not match:
            return None
        try:
            day = date(*(int(part or 1) for part in match.groups()))
        except ValueError:
            return None
        # Nearer to the first or last day there is, another time zone has no such moment.
        return day if _YEARS.start <= day.year < _YEARS.stop else None

    @property
    def is_wrong(self) -> bool:
        """Whether this can be no year or date."""
        return (self.key == "year" and self.number is None) or (self.key in DATED and self.day is None)


@dataclass(frozen=True)
class Query:
    """A parsed query: ``text`` as it may be shown and put into addresses, and what it asks for.

    Any of ``terms`` may match, but phrases must; ``excluded`` must not; all of ``filters`` must hold. What is
    wrong with a query stands in ``problems`` and asks for nothing. ``prefix`` says that the last term is a
    word that may be typed further. ``str(query)`` is a text that parses to the same terms and conditions.
    """

    text: str
    terms: tuple[Term, ...] = ()
    prefix: bool = False
    excluded: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    problems: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.filters)

    def __str__(self) -> str:
        excluded = (f"-{term}" for term in self.excluded)
        return " ".join([*map(str, self.terms), *excluded, *map(str, self.filters)])

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of every term, in order, each once."""
        return tuple(dict.fromkeys(word for term in self.terms for word in term.words))

    def with_terms(self, terms: tuple[Term, ...]) -> Query:
        """The same query with other words."""
        changed = replace(self, terms=terms)
        return replace(changed, text=str(changed))

    def without(self, condition: Filter) -> Query:
        """The same query without one of its conditions."""
        changed = replace(self, filters=tuple(each for each in self.filters if each != condition))
        return replace(changed, text=str(changed))

    def with_condition(self, old: Filter, new: Filter) -> Query:
        """The same query with one condition in place of another."""
        changed = replace(self, filters=tuple(new if each == old else each for each in self.filters))
        return replace(changed, text=str(changed))


def parse(raw: str) -> Query:
    """Parse anything a searcher, or somebody with worse intentions, may send. Never raises."""
    text = clean(raw)
    terms: list[Term] = []
    excluded: list[Term] = []
    filters: list[Filter] = []
    prefix = False
    for part in _PART.finditer(text.translate(_QUOTES)):
        term = _term(part)
        if not term.words:
            continue
        if part["minus"]:
            excluded.append(term)
        elif part["key"]:
            filters.append(Filter(part["key"].lower(), term.text))
        else:
            terms.append(term)
            prefix = not term.phrase and len(term.words) == 1
    if excluded and not terms and not filters:
        # Nothing but what must not be there is no question; somebody looks for "-rf" itself.
        terms, excluded = [replace(term, text=f"-{term.text}") for term in excluded if not term.phrase], []
    kept = _bounded(terms, MAX_TERMS)
    return Query(
        text,
        kept,
        prefix=prefix and len(kept) == len(terms),
        excluded=_bounded(excluded, MAX_TERMS),
        filters=tuple(each for each in dict.fromkeys(filters) if not each.is_wrong)[:MAX_FILTERS],
        problems=tuple(each for each in dict.fromkeys(filters) if each.is_wrong)[:MAX_FILTERS],
    )


def clean(raw: str) -> str:
    """One line of at most ``MAX_LENGTH`` characters, without control characters, in one spelling (NFC)."""
    # Cut first: normalising may make a text many times longer, and nobody needs more than this.
    text = "".join(" " if _is_control(sign) else sign for sign in raw[: MAX_LENGTH * 4])
    return " ".join(unicodedata.normalize("NFC", text).split())[:MAX_LENGTH].strip()


def fold(word: str) -> str:
    """A word without case and accents, for comparing."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _term(part: re.Match[str]) -> Term:
    """A part's text; one without words, such as punctuation alone, asks for nothing."""
    if part["plain"] is not None:
        key = f"{part['key']}:" if part["key"] and part["minus"] else ""
        return Term(key + part["plain"])
    return Term(" ".join(part["quoted"].split()), phrase=True)


def _words(piece: str) -> tuple[str, ...]:
    """The words of a piece of text; underscores alone are no word."""
    found = (word[:MAX_WORD_LENGTH] for word in _WORD.findall(piece))
    return tuple(word for word in found if word.strip("_"))


def _bounded(terms: list[Term], most: int) -> tuple[Term, ...]:
    """As many terms as have ``most`` words together; the last one may lose some of its words."""
    kept: list[Term] = []
    room = most
    for term in terms:
        if len(term.words) > room:
            term = Term((" " if term.phrase else "/").join(term.words[:room]), term.phrase)
        if term.words:
            kept.append(term)
        room -= len(term.words)
        if room <= 0:
            break
    return tuple(kept)
