"""Where a word stands in a document, packed: two bytes a place, first those in the title, then those in everything."""

import struct
from collections.abc import Iterable, Sequence

#: Places are counted up to here. Words further on are found, but are part of no phrase.
LAST_PLACE = 65535


def pack(places: Iterable[int]) -> bytes:
    kept = [place for place in places if place <= LAST_PLACE]
    return struct.pack(f"<{len(kept)}H", *kept)


def unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 2}H", packed)


def times_side_by_side(places: Sequence[Sequence[int]]) -> int:
    """How often words follow each other, given the places of the first, the second, and so on."""
    first, *others = places
    starts = set(first)
    for distance, those in enumerate(others, start=1):
        starts.intersection_update([place - distance for place in those])
    return len(starts)


def smallest_window(places: Sequence[Sequence[int]]) -> int:
    """The number of words in the shortest stretch in which each of some words stands at least once.

    Moves over all places in order once. Each of ``places`` must have at least one.
    """
    ordered = sorted((place, word) for word, those in enumerate(places) for place in those)
    seen: dict[int, int] = {}
    smallest = ordered[-1][0] - ordered[0][0] + 1
    for place, word in ordered:
        seen[word] = place
        if len(seen) == len(places):
            smallest = min(smallest, place - min(seen.values()) + 1)
    return smallest
