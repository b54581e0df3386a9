"""Which files of a package are a Ghost export, and what is in them."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from django.utils.translation import gettext as _

from porting.packages import Package, PackageError
from porting.readers import ReadError
from porting.readers.markdown.front import load_yaml

from .rows import Row

#: A file that begins like this may be an export; ``db`` or ``data`` stands near the beginning or the end of it.
SNIFFED = 4096
MEMBERS = re.compile(r"(^|/)members?[^/]*\.csv$", re.IGNORECASE)
NEVER = re.compile(r"redirects.*|package(?:-lock)?\.json", re.IGNORECASE)
SIZED = re.compile(r"content/(?:images|media|files)/")


def databases(package: Package) -> list[tuple[str, Row]]:
    """Each export in the package: the file's name and one ``{"meta": …, "data": …}`` a database.

    ReadError when there is none, or when the only one is no JSON.
    """
    found: list[tuple[str, Row]] = []
    damaged = ""
    for name in candidates(package):
        try:
            found += [(name, database) for database in _databases(parsed(package, name))]
        except ReadError as error:
            damaged = damaged or str(error)
    if not found:
        raise ReadError(damaged or _("There is no Ghost export (a .json file with posts) in this package."))
    return found


def candidates(package: Package) -> list[str]:
    """JSON files that can be an export; those with Ghost in their names first, redirects and others never."""
    names = [
        name
        for name in package.names()
        if name.lower().endswith(".json") and not NEVER.fullmatch(name.rpartition("/")[2])
    ]
    return sorted(names, key=lambda name: ("ghost" not in name.lower(), "data/" not in name, name))


def parsed(package: Package, name: str) -> Any:
    """The JSON of a file; ReadError with the place when it is none."""
    text = ""
    try:
        text = package.read(name).decode("utf-8-sig", errors="replace")
        return json.loads(text)
    except PackageError as error:
        raise ReadError(str(error)) from error
    except RecursionError as error:
        raise ReadError(_("%(name)s is nested too deeply to be a Ghost export.") % {"name": name}) from error
    except ValueError as error:
        is_cut = text.lstrip().startswith(("{", "[")) and not text.rstrip().endswith(("}", "]"))
        message = (
            _("%(name)s ends in the middle. Download the export again. (%(error)s)")
            if is_cut
            else _("%(name)s is not valid JSON: %(error)s")
        )
        raise ReadError(message % {"name": name, "error": error}) from error


def _databases(whole: Any) -> list[Row]:
    """One or more databases: ``{"db": [{"data": …}]}``, ``{"data": …}``, or the tables alone."""
    if not isinstance(whole, dict):
        return []
    inside = whole.get("db")
    if isinstance(inside, dict):
        inside = [inside]
    rows = inside if isinstance(inside, list) else [whole]
    found = []
    for row in rows:
        data = row.get("data", row) if isinstance(row, dict) else None
        if isinstance(data, dict) and isinstance(data.get("posts"), list | dict):
            meta = row.get("meta") if isinstance(row.get("meta"), dict) else {}
            found.append({"meta": meta, "data": data})
    return found


def looks_like_ghost(package: Package) -> float:
    """How much the package looks like a Ghost export, from 0 to 1."""
    for name in candidates(package)[:5]:
        try:
            with package.open_file(name) as stream:
                start = stream.read(SNIFFED)
        except PackageError:
            continue
        if re.match(rb'\s*(\xef\xbb\xbf)?\s*\{\s*"db"\s*:', start):
            return 0.95
        if b'"posts"' in start and (b'"mobiledoc"' in start or b'"exported_on"' in start):
            return 0.9
        if ".ghost." in name:
            return 0.5
    return 0.0


def media_root(package: Package) -> str | None:
    """The folder that stands for the old site's own root: the one with ``content/images`` in it."""
    for name in package.names():
        where = SIZED.search(name)
        if where:
            return name[: where.start()].strip("/")
    return None


def configuration(package: Package, name: str) -> Any:
    """A YAML or JSON file by its last name (``routes.yaml``), wherever it is; None when there is none.

    ReadError when it is damaged.
    """
    stem = name.rpartition(".")[0]
    for path in package.names():
        last = path.rpartition("/")[2].lower()
        if last.rpartition(".")[0] != stem or not last.endswith((".yaml", ".yml", ".json")):
            continue
        try:
            return load_yaml(package.read(path).decode("utf-8-sig", errors="replace"))
        except (yaml.YAMLError, PackageError, ValueError, RecursionError) as error:
            raise ReadError(
                _("%(path)s cannot be read: %(error)s") % {"path": path, "error": error}
            ) from error
    return None


def members_lists(package: Package) -> list[str]:
    """Lists of members, which are left alone."""
    return [name for name in package.names() if MEMBERS.search(name)]
