"""How Ruby reads a time without a zone in front matter."""

from __future__ import annotations

import re
from typing import Any

MOMENT = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?")
NAMES = {"title", "slug", "permalink", "description"}  # which are words, whatever they look like


def in_utc(data: dict[str, Any]) -> None:
    """Say of times with seconds that they are UTC: YAML makes moments of those, in UTC, whatever the site's zone is.

    Of a time without seconds it makes none; what Ruby then reads from the text is in the site's zone.
    """
    for name, value in data.items():
        if isinstance(value, str) and name not in NAMES and MOMENT.fullmatch(value.strip()):
            data[name] = f"{value.strip()} +0000"
