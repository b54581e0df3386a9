"""``{% include_code %}`` of Octopress: a file of the site shown as code."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from porting.packages import Package, PackageError
from porting.readers.markdown.addresses import inside
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.liquid.octopress import code_info
from porting.readers.markdown.text.code import fence_html
from porting.readers.markdown.text.masks import Masks

USUAL = "downloads/code"
LARGEST = 200_000  # bytes
LINES = re.compile(r"(?:^|\s)(start|end|range):(\d{1,6})(?:-(\d{1,6}))?(?=\s|$)")

IncludeCode = Callable[[str, str], str | None]


def code_reader(package: Package, top: str, said: str) -> Callable[[str], str | None]:
    """Gives the text of a file below the site's folder of code (``said`` by its settings), else below the site's top.

    Nothing outside of these is read, nothing hidden, and nothing that only readers of the import may see.
    """

    def read(path: str) -> str | None:
        for folder in (inside(top, said or USUAL), inside(top, USUAL), top):
            name = inside(folder, path.lstrip("/"))
            below = name.removeprefix(f"{folder}/") if folder else name
            if not name or (folder and not name.startswith(f"{folder}/")):
                continue
            if any(part[:1] in "._" for part in below.split("/")) or name in package.private:
                continue
            if package.exists(name):
                return _text(package, name)
        return None

    return read


def _text(package: Package, name: str) -> str | None:
    try:
        return decode(package.read(name, LARGEST))[0]
    except (PackageError, ValueError):
        return None


def code_includer(read: Callable[[str], str | None], masks: Masks, *, is_html: bool) -> IncludeCode:
    """What stands in place of the tag, from its words and the indentation of its line; None without the file."""

    def include(rest: str, indent: str) -> str | None:
        lines = {name: (first, last) for name, first, last in LINES.findall(rest)}
        bare, path = _divided(LINES.sub(" ", rest))
        code = read(path) if path else None
        if code is None:
            return None
        info = code_info(f"{bare} ({posixpath.basename(path)})" if bare else posixpath.basename(path))[0]
        shown = _chosen(code.strip("\n").split("\n"), lines)
        if is_html:
            return masks.hide(fence_html("\n".join(shown), info))
        marks = "`" * (3 + max((len(run) for run in re.findall(r"`+", code)), default=0))
        block = [f"{marks}{info}", *shown, marks]
        return "\n\n" + "\n".join(indent + masks.hide(line) for line in block) + "\n\n"

    return include


def _divided(rest: str) -> tuple[str, str]:
    """The title and options, and the path, which is the last word that is no option."""
    words = rest.split()
    at = next((at for at in reversed(range(len(words))) if not re.match(r"\w+:\S", words[at])), -1)
    return (" ".join(words[:at] + words[at + 1 :]), words[at].strip("\"'")) if at >= 0 else ("", "")


def _chosen(lines: list[str], said: dict[str, tuple[str, str]]) -> list[str]:
    """The lines that ``start:``, ``end:`` and ``range:`` ask for."""
    first, last = said.get("range", ("", ""))
    first = said.get("start", (first, ""))[0]
    last = said.get("end", (last, ""))[0]
    return lines[max(int(first or 1) - 1, 0) : int(last) if last else None]
