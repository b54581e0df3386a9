"""Style sheets and scripts: many small files to work on, one of each to serve.

A component has a style sheet and perhaps a script with its name. In development pages link each of them. When
static files are collected for production they are also joined, without comments and spare white space, so that a
page asks for one small file of each: no build step, no other tool.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE_ENTRY, STYLE_ALL = "css/site.css", "css/all.css"
SCRIPT_ENTRY, SCRIPT_ALL = "js/site.js", "js/all.js"

_STYLE_IMPORT = re.compile(r'^@import "([^"]+)";', re.MULTILINE)
_TEXT = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*\'"""
#: A comment of a style sheet, or a text, in which the same signs are no comment.
_STYLE_COMMENT = re.compile(rf"/\*.*?\*/|(?P<text>{_TEXT})", re.DOTALL)
_STYLE_TEXT = re.compile(f"({_TEXT})", re.DOTALL)
#: White space that means nothing: around braces, semicolons and commas, behind colons, and all but one of the rest.
_SPARE = re.compile(r"\s*([{};,])\s*|(?<=:)\s+|(?<=\s)\s+")
#: Import "x.js" at once, or ``import("./x.js");`` where a condition holds.
_SCRIPT_IMPORT = re.compile(r'import(?: |\()"\./([^"]+)"\)?;')
#: What a component hands out is for tests; joined, it is nobody's business.
_EXPORT = re.compile(r"^export ", re.MULTILINE)
#: Lets the browser paint or answer the reader before the next component begins: a phone would wait for all of them.
_PAUSE = "const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));"


def ordered_styles(entry: str, blocks: Iterable[str]) -> list[str]:
    """The style sheets in the order they count: those ``entry`` names, each block's, print last.

    ``entry`` is the text of css/site.css, ``blocks`` the names of the sheets in css/blocks.
    """
    names = _STYLE_IMPORT.findall(entry)
    last = [name for name in names if name == "print.css"]
    listed = [name for name in names if name not in last]
    return [f"css/{name}" for name in [*listed, *(f"blocks/{name}" for name in sorted(blocks)), *last]]


def join_styles(names: Iterable[str], read: Callable[[str], str]) -> str:
    """All style sheets in one, without what only those need who work on them; each says which layer it belongs to."""
    return "".join(compact_styles(read(name)) for name in names)


def compact_styles(text: str) -> str:
    """A style sheet without comments and spare white space, a fifth of what a page would wait for; texts stay.

    No more than that: minifiers at hand take the space out of ``.form :is(…)`` within a layer.
    """
    kept = _STYLE_COMMENT.sub(lambda match: match["text"] or "", text)
    parts = _STYLE_TEXT.split(kept)
    parts[::2] = [_SPARE.sub(r"\1", part).replace(";}", "}") for part in parts[::2]]
    return "".join(parts).strip()


def join_scripts(entry: str, read: Callable[[str], str]) -> str:
    """The entry script with every component put where it is imported, under the same condition; as small as may be.

    Each runs in a block and a task of its own, so that their names do not meet, none holds up the page for long,
    and each fails alone. The first does not wait: it may change what is on the screen.
    """
    before = count()

    def component(match: re.Match[str]) -> str:
        text = _EXPORT.sub("", read(f"js/{match[1]}"))
        wait = "await pause();\n" if next(before) else ""
        return f"try {{\n{wait}{text}\n}} catch (error) {{ console.error(error); }}"

    return str(jsmin(f"{_PAUSE}\n{_SCRIPT_IMPORT.sub(component, entry)}"))


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed, compressed static files, with style sheets and scripts joined as well."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Write the joined files beside the collected ones, then hash and compress them all."""
        if not dry_run:
            for name, text in self._joined(paths):
                (Path(self.location) / name).unlink(missing_ok=True)
                self.save(name, ContentFile(text.encode()))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _joined(self, paths: dict[str, Any]) -> Iterator[tuple[str, str]]:
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        folder = "css/blocks/"
        blocks = [name.removeprefix(folder) for name in paths if name.startswith(folder)]
        yield STYLE_ALL, join_styles(ordered_styles(read(STYLE_ENTRY), blocks), read)
        yield SCRIPT_ALL, join_scripts(read(SCRIPT_ENTRY), read)


def are_joined() -> bool:
    """Whether pages link the joined files: where static files are collected by our storage."""
    return isinstance(staticfiles_storage, JoinedStaticFilesStorage)


def style_sheets() -> list[str]:
    """The style sheets pages link, in order, as names of static files."""
    if are_joined():
        return [STYLE_ALL]
    return _found_styles() if settings.DEBUG else list(_kept_styles())


def script() -> str:
    """The script pages load, as the name of a static file."""
    return SCRIPT_ALL if are_joined() else SCRIPT_ENTRY


def _found_styles() -> list[str]:
    entry = finders.find(STYLE_ENTRY)
    if not entry:
        return []
    blocks = (file.name for file in (Path(entry).parent / "blocks").glob("*.css"))
    return ordered_styles(Path(entry).read_text("utf-8"), blocks)


_kept_styles = lru_cache(maxsize=1)(_found_styles)
