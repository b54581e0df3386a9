"""What the command says while it works and when it is through, in plain words."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .labels import KINDS, STEPS

_SECONDS = 2.0
_COUNTS: dict[str, str | Promise] = {
    "imported": gettext_lazy("imported"),
    "updated": gettext_lazy("brought up to date"),
    "failed": gettext_lazy("could not be imported"),
    "unchanged": gettext_lazy("already here and unchanged"),
    "edited here": gettext_lazy("edited here since, and left alone"),
    "comments stored": gettext_lazy("comments stored"),
    "files stored": gettext_lazy("pictures and files stored"),
    "files found": gettext_lazy("pictures and files found"),
    "files missing": gettext_lazy("pictures and files missing"),
    "old addresses": gettext_lazy("old addresses lead to the new pages"),
    "duplicate addresses": gettext_lazy("addresses that two posts share"),
    "unreadable": gettext_lazy("files or posts that could not be read"),
}
#: Kinds of problems another import may solve.
_MISSING = {"image", "feature"}
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
        places = {"step": STEPS.get(step, step), "done": done, "total": total}
        self.stream.write(_("%(step)s: %(done)d of %(total)d") % places)


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
    if any(item["kind"] in _MISSING for item in report["items"]):
        lines += [
            "",
            _("To get missing files, import again with --fetch-media, or with --media and their folder."),
        ]
    if file:
        lines += ["", _("The whole report is in %(file)s.") % {"file": file}]
    elif report["items"]:
        lines += ["", _("For the whole list add --report report.json.")]
    if summary["counts"].get("files stored") and not dry_run:
        lines += [
            "",
            _("Pictures are made in each size when a reader first asks for it; to have all of them now:"),
            "manage.py make_pictures",
        ]
    if dry_run:
        lines += ["", _("Nothing was written. Leave out --dry-run to import.")]
    return "\n".join(lines)


def _headline(summary: dict[str, Any], dry_run: bool) -> str:
    names = ("posts", "pages", "authors", "tags", "categories", "comments")
    counts = {name: summary["counts"].get(name, 0) for name in names}
    found = _(
        "%(posts)d posts and %(pages)d pages, %(authors)d authors, %(tags)d tags, %(categories)d categories, "
        "%(comments)d comments"
    )
    blog, name = summary.get("blog", ""), summary.get("format", "")
    text = _("Found in %(place)s: %(found)s.") if dry_run else _("Read from %(place)s: %(found)s.")
    return text % {"place": f"“{blog}” ({name})" if blog else name, "found": found % counts}


def _constructs(summary: dict[str, Any]) -> list[str]:
    found = summary.get("constructs") or {}
    if not found:
        return []
    words = ", ".join(f"{number} {name}" for name, number in list(found.items())[:20])
    return [_("What they are made of: %(words)s.") % {"words": words}]


def _problems(items: list[dict[str, Any]]) -> list[str]:
    if not items:
        return [_("Nothing to look at: everything could be kept.")]
    lines = ["", _("To look at (%(number)d):") % {"number": len(items)}]
    for kind, number in Counter(item["kind"] for item in items).most_common():
        lines.append(f"  {number:>6} {KINDS.get(kind, kind)}")
        some = [item for item in items if item["kind"] == kind][:_EXAMPLES]
        lines += [
            f"         {_cut(item.get('title') or item['source'])}: {_cut(item['detail'])}" for item in some
        ]
    return lines


def _cut(text: str, limit: int = 110) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
