"""A file of the old site that was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

#: Endings of files that are offered for download. Pages, styles and scripts are none.
DOCUMENT_ENDINGS = frozenset(
    {
        ".pdf",
        ".epub",
        ".mobi",
        ".txt",
        ".rtf",
        ".csv",
        ".tsv",
        ".json",
        ".ics",
        ".gpx",
        ".bib",
        ".patch",
        ".diff",
    }
    | {".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".key"}
    | {".zip", ".gz", ".tgz", ".7z", ".asc", ".sig", ".vtt", ".srt"}
    | {".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".webm", ".mov", ".ogv"}
)
PICTURE_ENDINGS = frozenset(
    {
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".gif",
        ".webp",
        ".avif",
        ".heic",
        ".heif",
        ".bmp",
        ".tif",
        ".tiff",
    }
    | {".ico", ".svg"}
)


@dataclass(frozen=True)
class Found:
    """``address`` is the whole old address or the path in the package; ``read`` gives the content when it is wanted."""

    address: str
    name: str
    read: Callable[[], bytes]
    title: str = ""
    alt: str = ""


def ending_of(address: str) -> str:
    """The ending of the file an address names, in lower case with its dot."""
    try:
        return PurePosixPath(unquote(urlsplit(address).path)).suffix.lower()
    except ValueError:
        return ""


def name_of(address: str) -> str:
    """The name of the file an address names; never empty."""
    try:
        return PurePosixPath(unquote(urlsplit(address).path)).name or "file"
    except ValueError:
        return "file"
