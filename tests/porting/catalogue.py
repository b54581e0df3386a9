"""A language in which every text of this package reads ⟦like this⟧: what was not translated shows at once."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

import porting
from tests.porting.sentences import MARKING, name

HEADER = ("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n")


def write(folder: Path, language: str) -> None:
    """A compiled catalogue for ``LOCALE_PATHS``."""
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    place.joinpath("django.mo").write_bytes(_compiled(dict([HEADER]) | dict(_messages())))


def _messages() -> list[tuple[str, str]]:
    found = []
    for path in Path(porting.__file__).parent.rglob("*.py"):
        for call in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)):
            texts = [ast.literal_eval(one) for one in call.args[: MARKING.get(name(call), 0)]]
            if texts:
                found.append(("\0".join(texts), "\0".join(f"⟦{one}⟧" for one in texts)))
    return found


def _compiled(messages: dict[str, str]) -> bytes:
    """The form gettext reads: a head, the places of originals and translations, then both, in order."""
    rows = sorted((one.encode(), other.encode()) for one, other in messages.items())
    data, places = b"", ([], [])
    start = 28 + 16 * len(rows)
    for at in (0, 1):
        for row in rows:
            places[at].append(struct.pack("<II", len(row[at]), start + len(data)))
            data += row[at] + b"\0"
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + b"".join(places[0] + places[1]) + data
