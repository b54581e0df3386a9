"""The list of contents of an export, and the check that nothing is missing from it."""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from porting.exporters.destination import Destination, ExportError
from porting.exporters.words import counted

NAME = "manifest.json"
VERSION = 1


def check_counts(expected: Mapping[str, int], written: Mapping[str, int]) -> None:
    """ExportError when there is more or less of anything than there should be."""
    wrong = [
        _("%(what)s: %(written)d of %(expected)d")
        % {"what": counted(what), "written": written.get(what, 0), "expected": number}
        for what, number in expected.items()
        if written.get(what, 0) != number
    ]
    if wrong:
        raise ExportError(_("The export is not complete. %(list)s") % {"list": "; ".join(wrong)})


def write_manifest(
    place: Destination, counts: Mapping[str, int], about: Mapping[str, Any], untold: Container[str] = ()
) -> None:
    """Write ``manifest.json``: what the export is of, how much of each kind, and every file's size and hash.

    Files that are ``untold`` are not named in it.
    """
    manifest = {
        "format": "colophon",
        "version": VERSION,
        "made": timezone.now().isoformat(timespec="seconds"),
        **about,
        "counts": dict(counts),
        "files": {
            name: {"size": one.size, "sha256": one.sha256}
            for name, one in sorted(place.files.items())
            if name not in untold
        },
    }
    place.write(NAME, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
