"""What whoever imports may choose."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from porting.readers.options import ReadOptions


@dataclass(frozen=True)
class ImportOptions:
    """``under`` is where the blog is, ``media`` a folder or zip of the old site's files, ``format`` a reader's name."""

    format: str = ""
    under: str = "/blog/"
    media: str = ""
    fetch_media: bool = False
    reading: ReadOptions = field(default_factory=ReadOptions)

    def as_json(self) -> dict[str, Any]:
        """The options as they are kept with a run."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> ImportOptions:
        """The options a run was stored with."""
        return cls(**{**stored, "reading": ReadOptions(**stored.get("reading", {}))})
