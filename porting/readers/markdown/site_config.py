"""Configuration files of sites: several, later ones on top, and the few facts a reader needs from them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import Any

from porting.packages import Package, PackageError
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import load_data

# A string, kept, or a comment. One that nobody closed goes on to the end of the line or text.
_STRING_OR_COMMENT = re.compile(
    r"(?P<string>\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|`(?:[^`\\]|\\.)*+`?)"
    r"|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?",
    re.DOTALL,
)


def merged(package: Package, paths: Iterable[str]) -> dict[str, Any]:
    """Mappings from several files, the later ones on top."""
    result: dict[str, Any] = {}
    for path in paths:
        data = load_data(package, path)
        if isinstance(data, dict):
            result |= data
    return result


def find(package: Package, *names: str) -> str:
    """The file of one of these names that is nearest to the top of the package; empty when there is none."""
    found = [
        path for path in package.names() if posixpath.basename(path) in names and "node_modules" not in path
    ]
    return min(found, key=lambda path: (path.count("/"), names.index(posixpath.basename(path))), default="")


def source(package: Package, path: str) -> str:
    """The text of a configuration that is a program, without its comments."""
    try:
        text = decode(package.read(path))[0] if path else ""
    except PackageError:
        return ""
    return _STRING_OR_COMMENT.sub(lambda found: found["string"] or "", text)


def said(text: str, name: str) -> str:
    """The first string (or ``true``/``false``) a program's text gives a name: ``routeBasePath: '/blog'``.

    What is only known once the program runs (``baseUrl: `/${locale}/` ``) is passed over.
    """
    pattern = rf"(?<![\w.]){name}[\"']?\s*[:=]\s*(?:([\"'`])(.*?)\1|(true|false)\b)"
    for found in re.finditer(pattern, text):
        value = found.group(2) if found.group(2) is not None else found.group(3)
        if found.group(1) != "`" or "${" not in value:
            return value
    return ""


def constants(text: str) -> dict[str, str]:
    """Strings a program keeps under names: ``const baseUrl = '/'``."""
    return {
        name: value
        for name, _, value in re.findall(r"(?:const|let|var)\s+(\w+)\s*=\s*([\"'`])([^\n]*?)\2", text)
    }
