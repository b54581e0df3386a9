"""What a query asks of an engine: the words as the index has them, less those that say nothing.

Words of phrases are looked for as they stand. Of a word grown together ("get_context") the whole is looked
for, and its parts side by side. A run of a script without spaces must stand in a page as it was typed if it
is short enough to be one name; of longer runs any two neighbouring signs may match.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.analysis.folding import fold
from search.analysis.scripts import HANGUL, SAME_SCRIPT, SOUTH_EAST_ASIAN
from search.analysis.stopwords import stop_words
from search.analysis.units import Kind, Unit, camel_parts, units
from search.engines.base import Wanted, WantedWord
from search.query import Query, Term

#: Bounds of what is asked of an engine, whatever was typed.
MOST_WORDS = 40
MOST_PHRASES = 8
MOST_SYNONYMS = 8
#: Signs of a run without spaces that may be one name; a sign of Thai is a letter, not a syllable.
LONGEST_NAME = 6
LONGEST_LETTERED_NAME = 12
#: Words of the longest phrase that may have a synonym.
LONGEST_SYNONYM = 5

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the query; ``empty`` is one of those that say nothing, ``exact`` one in quotes."""

    word: WantedWord
    empty: bool = False
    exact: bool = False


def wanted(query: Query, language: str, synonyms: Mapping[str, Sequence[str]] | None = None) -> Wanted:
    """What to ask an engine for.

    ``synonyms`` gives for a phrase (:func:`synonym_key`) other ways to say it, as people write them.
    """
    said: list[_Said] = []
    phrases: list[Phrase] = []
    for term in query.terms:
        if term.phrase:
            phrases += [phrase] if (phrase := phrase_tokens(term.text, language)) else []
            said += _phrase_words(term.text, language)
        else:
            runs = [unit for _, unit in units(term.text, language) if unit.kind is Kind.UNSPACED]
            phrases += [_tokens(unit) for unit in runs if _is_name(unit.text, alone=len(query.terms) == 1)]
            said += _words(term.text, language)
    said = _with_synonyms(said, language, synonyms or {})
    kept = [each.word for each in said if not each.empty] or [each.word for each in said if not phrases]
    return Wanted(
        words=tuple(kept[:MOST_WORDS]),
        phrases=tuple(phrase[:MOST_WORDS] for phrase in dict.fromkeys(phrases))[:MOST_PHRASES],
        excluded=_excluded(query, language),
        prefix=_prefix(query.terms[-1].text) if query.prefix and query.terms else "",
    )


def phrase_tokens(text: str, language: str) -> Phrase:
    """The words of a text side by side, as they stand in the index."""
    return tuple(token for _, unit in units(text, language) for token in _tokens(unit))


def synonym_key(phrase: str, language: str) -> str:
    """The name under which a phrase's synonyms are looked up: inflections of a word have the same."""
    return " ".join(phrase_tokens(phrase, language))


def _tokens(unit: Unit) -> Phrase:
    return tuple(atom.token for atom in unit.words)


def _surfaces(text: str) -> list[Unit]:
    """The same units, unstemmed."""
    return [unit for _, unit in units(text, "")]


def _phrase_words(text: str, language: str) -> Iterator[_Said]:
    empty = stop_words(language)
    for (_, unit), plain in zip(units(text, language), _surfaces(text), strict=True):
        for atom, surface in zip(unit.words, plain.words, strict=True):
            yield _Said(WantedWord(atom.token, surface.token), surface.token in empty, exact=True)


def _words(text: str, language: str) -> Iterator[_Said]:
    empty = stop_words(language)
    for (_, unit), plain in zip(units(text, language), _surfaces(text), strict=True):
        if unit.kind is Kind.UNSPACED:
            yield from (_Said(WantedWord(token, token)) for token in _run_tokens(unit.text))
        elif unit.kind is Kind.CODE:
            yield _Said(_whole(unit))
        else:
            parts = camel_parts(unit.text, language, brands=True)
            others = (*((form,) for form in unit.forms if form not in parts), *([parts] if parts else []))
            for atom, surface in zip(unit.words, plain.words, strict=True):
                yield _Said(WantedWord(atom.token, surface.token, others), surface.token in empty)


def _whole(unit: Unit) -> WantedWord:
    """Something grown together: its fullest name, else another name, else its parts side by side."""
    name, *others = unit.forms or ("",)
    parts = _tokens(unit)
    if not name:
        return WantedWord(parts[0], fold(unit.text))
    return WantedWord(name, fold(unit.text), (*((other,) for other in others), parts))


def _run_tokens(run: str) -> list[str]:
    """Pairs of signs within each stretch of one script; Japanese endings only when there is nothing else."""
    stretches = SAME_SCRIPT.findall(run)
    telling = [stretch for stretch in stretches if not "\u3041" <= stretch[0] <= "\u309f"] or stretches
    return [token for stretch in telling for token in phrase_tokens(stretch, "")]


def _is_name(run: str, *, alone: bool) -> bool:
    """Whether a run has to stand in a page as it is. Korean words change with their endings."""
    if HANGUL.search(run) and not alone:
        return False
    if SOUTH_EAST_ASIAN.search(run):
        return len(run) <= LONGEST_LETTERED_NAME
    return len(run) <= LONGEST_NAME


def _with_synonyms(said: list[_Said], language: str, synonyms: Mapping[str, Sequence[str]]) -> list[_Said]:
    """Every word of a phrase that has synonyms gets them all: a page with one of them has the whole phrase.

    What stands in quotes is meant as it stands.
    """
    if not synonyms:
        return said
    found = list(said)
    for start in range(len(said)):
        for end in range(start + 1, min(start + LONGEST_SYNONYM, len(said)) + 1):
            others = _others(said[start:end], language, synonyms)
            for at in range(start, end) if others else ():
                word = found[at].word
                more = tuple(dict.fromkeys((*word.synonyms, *others)))[:MOST_SYNONYMS]
                found[at] = replace(found[at], word=replace(word, synonyms=more))
    return found


def _others(said: list[_Said], language: str, synonyms: Mapping[str, Sequence[str]]) -> list[Phrase]:
    if any(each.exact for each in said):
        return []
    keys = (" ".join(each.word.token for each in said), " ".join(each.word.surface for each in said))
    texts = dict.fromkeys(text for key in keys for text in synonyms.get(key, ()))
    return [phrase[:MOST_WORDS] for text in texts if (phrase := phrase_tokens(text, language))]


def _excluded(query: Query, language: str) -> tuple[Phrase, ...]:
    phrases = (_excluded_phrase(term, language) for term in getattr(query, "excluded", ()))
    return tuple(phrase[:MOST_WORDS] for phrase in dict.fromkeys(phrases) if phrase)[:MOST_PHRASES]


def _excluded_phrase(term: Term, language: str) -> Phrase:
    """Of "-get_context" the whole: pages that only have its parts side by side may stay."""
    found = [unit for _, unit in units(term.text, language)]
    if len(found) == 1 and found[0].kind is Kind.CODE and found[0].forms and not term.phrase:
        return (found[0].forms[0],)
    return tuple(token for unit in found for token in _tokens(unit))


def _prefix(text: str) -> str:
    """The beginning of the last word; nothing for a run without spaces, whose pairs match as they are."""
    last = _surfaces(text)[-1:]
    if not last or (last[0].kind is Kind.UNSPACED and len(last[0].words[0].token) > 1):
        return ""
    unit = last[0]
    return unit.forms[0] if unit.kind is Kind.CODE and unit.forms else unit.words[-1].token
