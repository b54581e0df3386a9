"""What a part said that was on the page for nobody: told to whoever imports, and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from porting.readers.wordpress.closing import closed

LONGEST = 500  # characters of one part in the report
_UNSTORED = re.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff]")  # signs that no database takes
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1[^<>]*>?|<[^<>]*>", re.DOTALL | re.IGNORECASE)


def plain_words(markup: str) -> str:
    """The words of a piece of HTML, in one line."""
    return " ".join(unescape(_TAG.sub(" ", closed(markup))).split())


def shortened(pieces: Iterable[str]) -> str:
    """What the pieces say, one after the other and each once; a sign at the end says that there was more."""
    words = _UNSTORED.sub("", " ".join(dict.fromkeys(filter(None, pieces))))
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
