"""What page builders pack into attributes and between tags: HTML in base64, lists of groups as JSON, links."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any
from urllib.parse import unquote

LINK = re.compile(r"(?:^|\|)url:([^|]*)")
LINK_TITLE = re.compile(r"(?:^|\|)title:([^|]*)")
#: Modules between whose tags stands what ``unpacked`` reads.
RAW = ("vc_raw_html", "fusion_code")


def unpacked(text: str) -> str:
    """What base64 holds; empty for anything else."""
    packed = "".join(text.split())
    try:
        return base64.b64decode(packed, validate=True).decode() if len(packed) > 3 else ""
    except (binascii.Error, ValueError):
        return ""


def groups(value: str) -> list[dict[str, Any]] | None:
    """The groups of a list that was written down as JSON; none when it cannot be read, None for other values."""
    if not value.startswith("%5B%7B"):
        return None
    try:
        return [one for one in json.loads(unquote(value)) if isinstance(one, dict)]
    except (ValueError, RecursionError):
        return []
