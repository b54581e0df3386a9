"""What the analysis and the report say, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from porting.admin.forms import LABELS
from porting.importer.labels import KINDS, STEPS

#: Counts in the order they are shown; others are left out.
COUNTS: dict[str, str | Promise] = {
    "posts": _("Posts"),
    "pages": _("Pages"),
    "authors": _("Authors"),
    "tags": _("Tags"),
    "categories": _("Categories"),
    "series": _("Series"),
    "comments": _("Comments"),
    "imported": _("Imported"),
    "updated": _("Brought up to date"),
    "unchanged": _("Here already and unchanged"),
    "edited here": _("Edited here since, and left alone"),
    "files found": _("Pictures and files found"),
    "files stored": _("Pictures and files stored"),
    "files missing": _("Pictures and files missing"),
    "duplicate addresses": _("Addresses that two posts share"),
    "old addresses": _("Old addresses that lead to the new pages"),
    "unreadable": _("Files or posts that could not be read"),
}
#: Counts that are worth a look when they are not zero.
WORRYING = {"files missing", "duplicate addresses", "unreadable", "edited here"}
STATES: dict[str, str | Promise] = {
    "published": _("public"),
    "draft": _("drafts"),
    "pending": _("waiting for review"),
    "scheduled": _("scheduled"),
    "private": _("private"),
    "password": _("with a password"),
    "members": _("for members"),
    "trash": _("in the bin (left there)"),
}
#: What can be done about a kind.
HINTS: dict[str, str | Promise] = {
    "image": _(
        "To get them, import the same file again and let missing pictures be fetched, or add a zip that holds them."
    ),
    "html": _("They are shown as they were. Open the page, look at each, and tick it off in the block."),
    "redirect": _("Make those you need under Settings, Redirects."),
}
HINTS["feature"] = HINTS["image"]
#: Systems that are found out by looking and not among the choices of the form are added to it.
SYSTEMS = LABELS | {"mkdocs": "MkDocs"}
#: Rows shown of one kind; the downloaded report has all.
SHOWN = 100


def counts(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """Label and number of each count that is not zero; posts and pages always."""
    found = summary.get("counts") or {}
    return [
        {"label": label, "number": found.get(name, 0), "worrying": name in WORRYING}
        for name, label in COUNTS.items()
        if found.get(name) or name in {"posts", "pages"}
    ]


def states(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """How many posts are in each state."""
    found = summary.get("counts") or {}
    return [
        {"label": label, "number": found[f"state {name}"]}
        for name, label in STATES.items()
        if found.get(f"state {name}")
    ]


def problems(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Items by kind, the gravest kinds first; at most a hundred of each."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        groups.setdefault(item["kind"], []).append(item)
    order = {kind: at for at, kind in enumerate(KINDS)}
    return [
        {
            "kind": kind,
            "label": KINDS.get(kind, kind),
            "number": len(rows),
            "hint": HINTS.get(kind, ""),
            "rows": rows[:SHOWN],
            "more": max(0, len(rows) - SHOWN),
        }
        for kind, rows in sorted(groups.items(), key=lambda pair: order.get(pair[0], len(order)))
    ]


def system(name: str) -> str:
    """What the system a blog comes from calls itself."""
    return SYSTEMS.get(name, name.capitalize())


def step(name: str) -> str | Promise:
    """What is being done."""
    return STEPS.get(name, name)
