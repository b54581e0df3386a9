"""What a searcher meant who misspelt a word, by the words of the pages that searcher may see.

Only words of letters that stand on none of these pages are changed. The nearest word takes their place; of
equally near ones the one that stands with the other words of the query, then the more frequent. When none is
near, two words may have been typed together, or one in two. The rules were measured: to correct what is
unknown finds nearly all a searcher with good spelling finds, and to match every word loosely finds less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from search.analysis.desk import Desk
from search.analysis.places import Change, Place, change_query, places_of
from search.analysis.vocabulary import vocabulary
from search.engines.base import Engine, Limits
from search.query import Query

#: Letters of the shortest word that is corrected.
SHORTEST = 4
#: Misspelt words corrected in one query: who has more of them wrong has typed no words.
MOST_CORRECTIONS = 8


def correct(
    query: Query,
    language: str,
    limits: Limits,
    engine: Engine,
    synonyms: Mapping[str, Sequence[str]] | None = None,
) -> Query | None:
    """The query with its misspelt words put right; None when nothing is wrong or nothing better is known.

    Nothing is offered that stands only on pages the searcher may not see. Facets and dates do not make a word
    unknown: one that is missing from this year is not misspelt. Words with ``synonyms`` are known.
    """
    desk = Desk(language, replace(limits, facets=(), after=None, before=None), engine)
    places = places_of(query)
    unknown = _unknown(places, desk, synonyms or {})
    if not unknown:
        return None
    vocabulary.refresh()
    changes: list[Change] = []
    last = places[-1]
    unfinished = query.prefix and last.term == len(query.terms) - 1
    if unfinished and unknown[-1] is last and (whole := desk.completed(last.word)):
        unknown.pop()
        changes += [Change(last.term, last.start, last.end, whole)] if whole != last.word else []
    changes += _changes(unknown[:MOST_CORRECTIONS], places, desk)
    return change_query(query, changes) if changes else None


def _unknown(places: list[Place], desk: Desk, synonyms: Mapping[str, Sequence[str]]) -> list[Place]:
    long = [place for place in places if len(place.word) >= SHORTEST]
    long = [place for place in long if not (desk.is_empty(place.word) or desk.is_key(place.word, synonyms))]
    desk.look_up(place.word for place in long)
    return [place for place in long if not desk.knows(place.word)]


def _changes(unknown: list[Place], places: list[Place], desk: Desk) -> list[Change]:
    """What to put where. Places are done in order of how little there is to choose from."""
    changes, rest = _joined(unknown, places, desk)
    near = {place: desk.nearest(place.word) for place in rest}
    settled = [place.word for place in places if desk.knows(place.word) and not desk.is_empty(place.word)]
    for place in sorted(rest, key=lambda place: len(near[place])):
        better = desk.fitting(near[place], settled) if near[place] else desk.taken_apart(place.word)
        if better:
            changes.append(Change(place.term, place.start, place.end, better))
            settled += better.split()
    return changes


def _joined(unknown: list[Place], places: list[Place], desk: Desk) -> tuple[list[Change], list[Place]]:
    """One word where two neighbours make one that is known, and the places that remain."""
    changes: list[Change] = []
    done: set[Place] = set()
    for first, second in zip(places, places[1:], strict=False):
        whole = first.word + second.word
        if done & {first, second} or not {first, second} & set(unknown) or whole not in vocabulary:
            continue
        if not first.may_join(second):
            continue
        desk.look_up([whole])
        if desk.knows(whole):
            done |= {first, second}
            changes += first.joined_with(second, whole)
    return changes, [place for place in unknown if place not in done]
