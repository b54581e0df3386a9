"""Addresses in pages, sheets and scripts: finding them, and writing them so that they work from any folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

#: A tag of HTML or XML, or an XML instruction. Attributes and text have no bare "<".
_TAG = re.compile(r"<[a-zA-Z?][^<>]*>")
_ATTRIBUTE = re.compile(r"""(\s(?:href|src|poster|action|srcset|imagesrcset|data-src)=)"([^"]*)\"""")
_SETS = (" srcset=", " imagesrcset=")
_CSS = re.compile(r"""(url\(\s*["']?|@import\s+["'])([^"')]+)""")
_JS = re.compile(r"""((?:\bfrom|\bimport)\s*\(?\s*["'])(\.{1,2}/[^"']+)""")

Change = Callable[[str], str]


def normal(path: str) -> str:
    """A path in the one way addresses are written here: letters that need it as numbers, and no others."""
    return quote(unquote(path), safe="/:@!$&'()*+,;=~-._")


def file_of(path: str) -> str:
    """The file that answers at a path: ``/blog/`` is ``blog/index.html``."""
    name = unquote(path).lstrip("/")
    return f"{name}index.html" if not name or name.endswith("/") else name


def relative(target: str, page: str) -> str:
    """The address of the rooted path ``target``, which may end in ``#...``, as seen from the page at ``page``."""
    address = urlsplit(target)
    ending = f"#{address.fragment}" if address.fragment else ""
    there = normal(address.path)
    if there == page and ending:
        return ending
    start = posixpath.dirname(page) or "/"
    path = posixpath.relpath(there, start)
    if there.endswith("/"):
        path = "./" if path == "." else f"{path}/"
    return path + ending


def with_links(markup: str, change: Change) -> str:
    """HTML or XML with every address in its tags as ``change`` gives it."""
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda found: _changed(found, change), tag[0]), markup)


def _changed(found: re.Match[str], change: Change) -> str:
    name, value = found[1], unescape(found[2])
    if name.lower() in _SETS:
        new = ", ".join(_candidate(one, change) for one in value.split(",") if one.strip())
    else:
        new = change(value)
    return f'{name}"{escape(new)}"'


def _candidate(candidate: str, change: Change) -> str:
    address, space, size = candidate.strip().partition(" ")
    return change(address) + space + size


def sheet_links(text: str, path: str) -> list[str]:
    """Rooted paths of what a style sheet at ``path`` uses."""
    return [_joined(path, found[2]) for found in _CSS.finditer(text) if _is_local(found[2])]


def with_sheet_links(text: str, change: Change) -> str:
    """A style sheet with every rooted address changed; relative ones already work anywhere."""
    return _CSS.sub(
        lambda found: found[1] + (change(found[2]) if found[2].startswith("/") else found[2]), text
    )


def script_links(text: str, path: str) -> list[str]:
    """Rooted paths of the modules a script at ``path`` may load."""
    return [_joined(path, found[2]) for found in _JS.finditer(text)]


def locations(text: str, roots: list[str]) -> list[str]:
    """Rooted paths of the site's whole addresses, wherever they stand: in a map, a feed's text."""
    start = "|".join(map(re.escape, roots))
    return list(dict.fromkeys(re.findall(rf"(?:{start})(/[^\s\"'<>&\\)]*)", text)))


def _joined(path: str, address: str) -> str:
    clean = address.partition("#")[0].partition("?")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), clean))


def _is_local(address: str) -> bool:
    return bool(address) and not address.startswith(("data:", "#", "http:", "https:", "//"))
