"""Where the words of a text are, and what each is called in the index.

A text is read as *units*: a word ("dogs"), words grown together ("well-known", "get_context", "node.js",
"/etc/hosts", "joe@example.com") or a run of a script without spaces. The *words* of a unit are its parts in
reading order, so that phrases match however something is joined: "open-source software" has the phrase
"open source software". Its *forms* are other names of the whole: "get_context", ".env", "--flag", "nodejs".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from search.analysis.folding import fold
from search.analysis.scripts import UNSPACED, WORD_SIGNS
from search.analysis.stems import KEPT, stem

#: Characters of the longest token; what is longer is cut (words) or left out (forms).
LONGEST_TOKEN = 64

_APOSTROPHES = "'\u2019\u02bc"
_HYPHENS = "\\-\u2010\u2011"
_WORD = f"[{WORD_SIGNS}]+(?:[{_APOSTROPHES}][{WORD_SIGNS}]+)*"
_ATOM = re.compile(rf"{_WORD}(?:\+\+|#(?!\w))?")
_SIGIL = re.compile(r"^(?:--|[.@#$/])")
_JOINT = re.compile(rf"::|->|[{_HYPHENS}./:@\\&]")
_UNIT = re.compile(
    rf"(?:(?<![\w.@#$/\\-])(?:--|[.@#$/]))?{_ATOM.pattern}"
    rf"(?:(?:{_JOINT.pattern}|(?<=\d),(?=\d\d\d)){_ATOM.pattern})*"
)
_KEPT_APART = re.compile("[/@:]")
_SPLIT = re.compile(rf"(?:{_JOINT.pattern}|[_,])+")
#: A sign of a script without spaces with the marks upon it; Hangul may be spelt letter by letter.
_SIGN = re.compile("[\u1100-\u115f][\u1160-\u11ff]*|.[\u3099\u309a\uff9e\uff9f]*")
_VERSION = re.compile(r"v\d+(?:\.\d+)+", re.ASCII)
_PART = re.compile(f"(?:(?!_)[{WORD_SIGNS}{_APOSTROPHES}])+")
_LETTERS = re.compile(f"(?:(?!_)[{WORD_SIGNS}])+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,15}")
#: Small words that lean on the next with an apostrophe: l'été, qu'on, dell'arte.
_ELIDED = re.compile(
    r"\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|quell|quest|sant)'(?=.)"
)
_POSSESSIVE = re.compile(r"'s$")


class Kind(Enum):
    WORD = "word"
    #: Natural words joined by a hyphen or a slash.
    JOINED = "joined"
    CODE = "code"
    UNSPACED = "unspaced"


@dataclass(frozen=True, slots=True)
class Atom:
    """One token that stands at a place of the text (offsets into it)."""

    start: int
    end: int
    token: str


@dataclass(frozen=True, slots=True)
class Unit:
    """``text`` is as it was written. Offsets of the atoms count from the start of the unit."""

    text: str
    kind: Kind
    words: tuple[Atom, ...]
    forms: tuple[str, ...] = ()


def units(text: str, language: str) -> Iterator[tuple[int, Unit]]:
    """Every unit with the offset at which it begins, in reading order."""
    return _units(text, language, _remembered)


def units_once(text: str, language: str) -> Iterator[tuple[int, Unit]]:
    """The same for whoever remembers what came of the text: nothing of it is kept here a second time."""
    return _units(text, language, _unit)


def _units(text: str, language: str, read: Callable[[str, str], Unit]) -> Iterator[tuple[int, Unit]]:
    for match in _UNIT.finditer(text):
        written = match[0]
        if written.isascii() or not UNSPACED.search(written):
            unit = read(written, language)
            if unit.words:
                yield match.start(), unit
        else:
            yield from _mixed(match.start(), written, language, read)


def pieces(text: str) -> list[str]:
    """The stretches of text that units are made of. Most repeat, so work done for one can be remembered."""
    return _UNIT.findall(text)


def unit_tokens(text: str, language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The tokens of the words and the forms of every unit: :func:`units` for whom places are nothing, but faster."""
    for written in pieces(text):
        if len(written) <= LONGEST_TOKEN:
            yield from _short_tokens(written, language)
        else:
            yield from _unit_tokens(written, language)


@lru_cache(maxsize=KEPT)
def _short_tokens(written: str, language: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(_unit_tokens(written, language))


def _unit_tokens(written: str, language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for _, unit in units_once(written, language):
        yield tuple(atom.token for atom in unit.words), unit.forms


def _mixed(
    start: int, written: str, language: str, read: Callable[[str, str], Unit]
) -> Iterator[tuple[int, Unit]]:
    """Runs of a script without spaces, and what stands between them."""
    end = 0
    for run in [*UNSPACED.finditer(written), None]:
        between = written[end : run.start() if run else len(written)]
        if between:
            yield from ((start + end + at, unit) for at, unit in _units(between, language, read))
        if run:
            end = run.end()
            yield start + run.start(), _unspaced(run[0])


def signs(run: str) -> list[Atom]:
    """The signs of a run of a script without spaces, each with the marks upon it."""
    found = [(match.start(), sign) for match in _SIGN.finditer(run) if (sign := fold(match[0]))]
    ends = [*(start for start, _ in found[1:]), len(run)]
    return [Atom(start, end, sign) for (start, sign), end in zip(found, ends, strict=False)]


def _unspaced(run: str) -> Unit:
    """Each two neighbours are a word, so whatever stands in the run is a phrase; single ones are forms."""
    found = signs(run)
    if len(found) < 2:
        return Unit(run, Kind.UNSPACED, tuple(Atom(0, len(run), sign.token) for sign in found))
    pairs = tuple(Atom(one.start, two.end, one.token + two.token) for one, two in pairwise(found))
    return Unit(run, Kind.UNSPACED, pairs, tuple(dict.fromkeys(sign.token for sign in found)))


def _remembered(written: str, language: str) -> Unit:
    return _short_unit(written, language) if len(written) <= LONGEST_TOKEN else _unit(written, language)


@lru_cache(maxsize=KEPT)
def _short_unit(written: str, language: str) -> Unit:
    return _unit(written, language)


def _unit(written: str, language: str) -> Unit:
    if _ACRONYM.fullmatch(written):
        return Unit(written, Kind.WORD, (Atom(0, len(written), fold(written.replace(".", ""))),))
    if _THOUSANDS.fullmatch(written):
        return Unit(written, Kind.WORD, (Atom(0, len(written), written.replace(",", "")[:LONGEST_TOKEN]),))
    atoms = [atom for match in _ATOM.finditer(written) for atom in _atoms(match, language)]
    if not atoms:
        return Unit(written, Kind.WORD, ())
    kind = _kind(written, atoms)
    tokens = {atom.token for atom in atoms}
    forms = (form for form in dict.fromkeys(_forms(written, kind, language)) if form not in tokens)
    return Unit(written, kind, tuple(atoms), tuple(form for form in forms if 1 < len(form) <= LONGEST_TOKEN))


def _kind(written: str, atoms: list[Atom]) -> Kind:
    if _SIGIL.match(written) or "_" in written:
        return Kind.CODE
    joints = set(_JOINT.findall(written)) if len(atoms) > 1 else set()
    if not joints:
        return Kind.WORD
    return Kind.JOINED if all(joint in "-/\u2010\u2011" for joint in joints) else Kind.CODE


def _atoms(match: re.Match[str], language: str) -> Iterator[Atom]:
    """The tokens of one word: two of "l'été" and of "get_context", one of "don't" and of "c++"."""
    written, start = match[0], match.start()
    if written[-1] in "+#":
        yield Atom(start, match.end(), fold(written)[-LONGEST_TOKEN:])
        return
    for part in _PART.finditer(written):
        for token in _tokens(part[0], language):
            yield Atom(start + part.start(), start + part.end(), token)


def _tokens(part: str, language: str) -> list[str]:
    folded = fold(part)
    if "'" in folded:
        folded = _POSSESSIVE.sub("", folded)
        folded = _ELIDED.sub(r"\1 ", folded).replace("'", "")
    # Folding may make more than one word of a sign, such as the Arabic ligatures of whole phrases.
    return [stem(word[:LONGEST_TOKEN], language) for word in _LETTERS.findall(folded)]


def _forms(written: str, kind: Kind, language: str) -> Iterator[str]:
    """Other names of the whole, beside its words."""
    whole = fold(written)
    if kind is Kind.CODE:
        yield whole
        bare = _SIGIL.sub("", whole)
        if bare != whole and _JOINT.search(bare):
            yield bare
        if _VERSION.fullmatch(bare):
            yield bare[1:]
    if kind is not Kind.WORD:
        pieces = _SPLIT.split(_SIGIL.sub("", whole).strip("_"))
        if 1 < len(pieces) <= 3 and any(map(str.isalpha, pieces)) and not _KEPT_APART.search(written):
            yield stem("".join(pieces).replace("'", ""), language)
    elif whole[-1] in "+#":
        yield from (bare for bare in [whole.rstrip("+#")] if len(bare) > 2)
    elif "'" in whole:
        yield from (stem(tail, language) for tail in [whole.rpartition("'")[2]] if len(tail) > 3)
    yield from camel_parts(written, language)


def camel_parts(written: str, language: str, *, brands: bool = False) -> tuple[str, ...]:
    """The words of "getContext" and "HttpResponseRedirect"; with ``brands`` those of "JavaScript" too.

    Names of two words are left whole in the index: who looks for Java or Git does not want every page about
    JavaScript and GitHub.
    """
    if not written.isascii() or not written.isalpha() or len(written) > LONGEST_TOKEN:
        return ()
    parts = _CAMEL.findall(written)
    plain = len(parts) > 2 or (len(parts) == 2 and (brands or written[0].islower()))
    if not plain or min(map(len, parts)) < 2 or any(part.islower() for part in parts[1:]):
        return ()
    return tuple(stem(part.lower(), language) for part in parts)
