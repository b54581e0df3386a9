"""The order categories stand in below each other. Pure: works on ids, knows no model."""

from collections.abc import Iterable, Mapping


def with_ancestors(ids: Iterable[int], parents: Mapping[int, int | None]) -> set[int]:
    """These categories and all above them; ``parents`` holds the id above each, None at the top.

    A circle, which no form lets anybody make, ends where it closes.
    """
    found: set[int] = set()
    for start in ids:
        here: int | None = start
        while here is not None and here not in found:
            found.add(here)
            here = parents.get(here)
    return found
