"""The order categories stand in below each other, told by their ids."""

from collections.abc import Iterable, Mapping

from django.apps import apps


def category_parents() -> dict[int, int | None]:
    """The id of the category above each category, None for those at the top. Categories are few."""
    return dict(apps.get_model("blog", "Category")._base_manager.values_list("pk", "parent_id"))


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
