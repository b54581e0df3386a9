"""Folders of a project that stood at the top of its site."""

from __future__ import annotations

ROOTS = ("static", "public", "content", "src", "source", "web", "site")
MOST_ROOTS = 12


def roots(names: list[str]) -> list[str]:
    """Folders whose files stood at the top of the site, those meant for nothing else first."""
    folders = {
        "/".join(name.split("/")[:depth]) for name in names for depth in (1, 2, 3) if name.count("/") >= depth
    }
    ranked = [
        (ROOTS.index(last), folder.count("/"), folder)
        for folder in folders
        if (last := folder.split("/")[-1]) in ROOTS
    ]
    return [folder for _rank, _depth, folder in sorted(ranked)][:MOST_ROOTS]
