"""The kinds of things that are offered, and what a list of each is called."""

from typing import NotRequired, TypedDict

from django.utils.translation import gettext_lazy as _

#: In the order in which they are shown.
GROUPS = {
    "promoted": _("Recommended"),
    "post": _("Posts"),
    "page": _("Pages"),
    "category": _("Categories"),
    "tag": _("Tags"),
    "author": _("Authors"),
    "series": _("Series"),
}


class Suggestion(TypedDict):
    """One offer. ``kind`` is a key of ``GROUPS``, ``id`` a page's; ``detail`` says in a few words more about it."""

    title: str
    url: str
    kind: str
    id: NotRequired[int | str]
    detail: NotRequired[str]
