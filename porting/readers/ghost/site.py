"""What an export says about the blog as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from porting.readers.options import ReadOptions

from .context import host_and_path
from .rows import Row, table, text


@dataclass(frozen=True)
class Site:
    """The old blog. ``base`` is its address without a last slash or empty, ``path`` where it was on its host."""

    title: str = ""
    description: str = ""
    language: str = ""
    base: str = ""
    host: str = ""
    path: str = ""
    permalink: str = ""
    version: int = 5
    zone: ZoneInfo = ZoneInfo("UTC")

    def address(self, path: str) -> str:
        """A path of the blog as an address on its host."""
        return re.sub(r"/{2,}", "/", f"{self.path}/{path}")


def site_of(database: Row, options: ReadOptions) -> Site:
    """The blog of a database; the importer's own words come first where the export says nothing certain."""
    said = {text(row, "key"): text(row, "value") for row in table(database["data"], "settings")}
    base = (options.base_url or said.get("url", "")).strip().rstrip("/")
    if base and "//" not in base:
        base = f"https://{base}"
    host, path = host_and_path(base)
    path = "/" + options.base_path.strip("/") if options.base_path.strip("/") else path
    return Site(
        title=said.get("title", ""),
        description=said.get("description", ""),
        language=language(said.get("locale") or said.get("lang") or said.get("default_locale", "")),
        base=base,
        host=host,
        path=path,
        permalink=said.get("permalinks", ""),
        version=major(text(database["meta"], "version")),
        zone=zone(said.get("timezone") or said.get("active_timezone") or said.get("activeTimezone", "")),
    )


def major(version: str) -> int:
    """Ghost's main number; exports before 0.8 counted theirs ``000`` to ``004``. 5 when nothing is said."""
    found = re.match(r"(\d+)(\.)?", version)
    if not found:
        return 5
    return int(found[1]) if found[2] or len(found[1]) < 3 else 0


def language(code: str) -> str:
    """``en_US`` as ``en-us``."""
    code = code.strip().replace("_", "-").lower()
    return code if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", code) else ""


def zone(name: str) -> ZoneInfo:
    """A time zone by its name; UTC for one nobody knows."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
