"""What the command says while it works and when it is through, in plain words."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

_SECONDS = 2.0
_COUNTS = {
    "imported": "imported",
    "updated": "brought up to date",
    "failed": "could not be imported",
    "unchanged": "already here and unchanged",
    "edited here": "edited here since, and left alone",
    "comments stored": "comments stored",
    "files stored": "pictures and files stored",
    "files found": "pictures and files found",
    "files missing": "pictures and files missing",
    "old addresses": "old addresses lead to the new pages",
    "duplicate addresses": "addresses that two posts share",
    "unreadable": "files or posts that could not be read",
}
_KINDS = {
    "image": "pictures that are not here",
    "feature": "covers that are not here",
    "links": "links that could not be followed",
    "html": "parts kept as they were, to be looked at",
    "state": "posts that are not simply public",
    "slug": "addresses that had to be changed",
    "unreadable": "could not be read",
    "aliases": "addresses that two posts share",
    "field": "fields that have no place here",
    "date": "dates that could not be read",
    "embed": "embeds that became links",
    "shortcode": "shortcodes nobody knows",
}
_EXAMPLES = 3


class Ticker:
    """Writes a line every two seconds at most, and one for each new step."""

    def __init__(self, stream: Any) -> None:
        self.stream, self._last, self._step = stream, 0.0, ""

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.monotonic()
        if step == self._step and now - self._last < _SECONDS and done < total:
            return
        self._last, self._step = now, step
        self.stream.write(f"{step}: {done} of {total}")


def told(report: dict[str, Any], dry_run: bool, file: str) -> str:
    """The end of an analysis or import, as text."""
    summary = report["summary"]
    lines = ["", _headline(summary, dry_run)]
    lines += [
        f"  {summary['counts'][name]:>6} {words}"
        for name, words in _COUNTS.items()
        if summary["counts"].get(name)
    ]
    lines += _constructs(summary) + _problems(report["items"])
    if file:
        lines += ["", f"The whole report is in {file}."]
    elif report["items"]:
        lines += ["", "For the whole list add --report report.json."]
    if summary["counts"].get("files stored") and not dry_run:
        lines += [
            "",
            "Pictures are made in each size when a reader first asks for it; to have all of them now:",
        ]
        lines += ["manage.py make_pictures"]
    if dry_run:
        lines += ["", "Nothing was written. Leave out --dry-run to import."]
    return "\n".join(lines)


def _headline(summary: dict[str, Any], dry_run: bool) -> str:
    counts = summary["counts"]
    what = f"{counts.get('posts', 0)} posts and {counts.get('pages', 0)} pages"
    people = f"{counts.get('authors', 0)} authors, {counts.get('tags', 0)} tags"
    name = f" of “{summary['blog']}”" if summary.get("blog") else ""
    return f"{'Found' if dry_run else 'Read'} {what}{name} ({summary.get('format', '')}); {people}, " + (
        f"{counts.get('categories', 0)} categories, {counts.get('comments', 0)} comments."
    )


def _constructs(summary: dict[str, Any]) -> list[str]:
    found = summary.get("constructs") or {}
    if not found:
        return []
    words = ", ".join(f"{number} {name}" for name, number in list(found.items())[:20])
    return [f"What they are made of: {words}."]


def _problems(items: list[dict[str, Any]]) -> list[str]:
    if not items:
        return ["Nothing to look at: everything could be kept."]
    lines = ["", f"To look at ({len(items)}):"]
    for kind, number in Counter(item["kind"] for item in items).most_common():
        lines.append(f"  {number:>6} {_KINDS.get(kind, kind)}")
        some = [item for item in items if item["kind"] == kind][:_EXAMPLES]
        lines += [
            f"         {_cut(item.get('title') or item['source'])}: {_cut(item['detail'])}" for item in some
        ]
    return lines


def _cut(text: str, limit: int = 110) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
