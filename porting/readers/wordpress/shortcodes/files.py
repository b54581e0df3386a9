"""Files that shortcodes nobody here knows name: recordings play, documents can be had."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import unquote

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.formats import FILES
from porting.readers.wordpress.shortcodes.grammar import Shortcode

_DOCUMENTS = (
    ".pdf",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".ppt",
    ".pptx",
    ".odt",
    ".ods",
    ".odp",
    ".epub",
    ".zip",
)


def files_of(code: Shortcode, body: Body) -> str:
    """Players and links for the files in the attributes of a shortcode, each once."""
    named = dict.fromkeys(value for value in _values(code) if is_file(value))
    return "".join(f"\n\n{body.slots.put(_shown(address))}\n\n" for address in named)


def is_named(code: Shortcode) -> bool:
    """Whether a shortcode names a file."""
    return any(map(is_file, _values(code)))


def is_file(value: str) -> bool:
    """Whether a value is the address of a recording, a film or a document."""
    return value.startswith(("http://", "https://")) and _path(value).endswith(
        (*_DOCUMENTS, *FILES["audio"], *FILES["video"])
    )


def _values(code: Shortcode) -> list[str]:
    return [*code.attributes.values(), *code.positional]


def _path(address: str) -> str:
    return re.split(r"[?#]", address.lower(), maxsplit=1)[0]


def _shown(address: str) -> str:
    kind = next((kind for kind, endings in FILES.items() if _path(address).endswith(endings)), "")
    if kind:
        return f'<figure><{kind} src="{escape(address)}" controls></{kind}></figure>'
    name = unquote(re.split(r"[?#]", address, maxsplit=1)[0].rsplit("/", 1)[-1])
    return f'<p data-block="download"><a href="{escape(address)}">{escape(name, quote=False)}</a></p>'
