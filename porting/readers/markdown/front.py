"""Front matter: the fields before a text, in YAML, TOML or JSON, and Pelican's ``Title: …`` lines.

YAML is read with every value that looks like a date left as text: PyYAML otherwise gives up on a whole header for one
impossible date (``2017-02-29``). Tabs and doubled keys, which YAML forbids and many old files have, are accepted.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import yaml
from django.utils.translation import gettext as _

from porting.readers.markdown.js_literal import written

HEADER = re.compile(
    r"\A(---|\+\+\+)[ \t]*\n(.*?)(?:^|\n)(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
# Eleventy and Metalsmith name the language behind the first line.
LABELLED = re.compile(
    r"\A---[ \t]*(json|js|javascript|ya?ml|toml)[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
COMMENTED = re.compile(r"\A<!--\s*\n(---[ \t]*\n.*?\n---[ \t]*)\n\s*-->[ \t]*\n?", re.DOTALL)
DEEPEST = 60  # brackets in brackets
MOST_VALUES = 20_000
MOST_MERGED = 500_000  # in a whole file, also one of data
PAIR = re.compile(r"^([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*)|[ \t]*)$")
BARE_KEY = re.compile(r"^([A-Za-z_][\w.-]*)[ \t]*:[ \t]*(.*)$")


@dataclass
class Front:
    """A file's fields and text. ``error`` says why the header could not be read properly."""

    data: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    error: str = ""
    found: bool = False


class _Loader(yaml.SafeLoader):
    """SafeLoader with YAML 1.2's idea of plain values: no dates, no ``yes``/``no``, no ``11:00`` as a number."""

    _merged = 0

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge what ``<<`` names; YAMLError when a few lines that merge each other stand for far too many values."""
        super().flatten_mapping(node)
        self._merged += len(node.value)
        if self._merged > MOST_MERGED:
            raise yaml.YAMLError("it unfolds to more values than a file can have")


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _letters in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(?:[0-9]+\.[0-9]+)(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_letters)
    )


def load_yaml(text: str) -> Any:
    """YAML with dates as text; raises yaml.YAMLError. Sites' own tags (``!env``) are read as plain values."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader


def _unknown_tag(loader: _Loader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_scalar(node)  # type: ignore[arg-type] # there are three kinds of nodes


_Loader.add_multi_constructor("!", _unknown_tag)
# MkDocs names programs so; a name is all that is read of them.
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown_tag)


def split(text: str) -> Front:
    """Separate and read the header of a Markdown file. Never raises."""
    text = text.lstrip("\ufeff")
    commented = COMMENTED.match(text)
    if commented:
        text = commented.group(1) + "\n" + text[commented.end() :]
    labelled = LABELLED.match(text)
    if labelled:
        reads = {"t": _toml, "y": _yaml, "j": _written_out}[labelled.group(1)[0].lower()]
        return reads(labelled.group(2), text[labelled.end() :])
    lead = text.lstrip("\n \t")
    found = HEADER.match(lead if lead.startswith(("---\n", "+++\n")) else text)
    if found:
        body = found.string[found.end() :]
        return _toml(found.group(2), body) if found.group(1) == "+++" else _yaml(found.group(2), body)
    if text.startswith(("{\n", "{ ", '{"')):
        return _json(text)
    return Front(body=text)


def _yaml(header: str, body: str) -> Front:
    if _is_too_deep(header):
        return Front({}, body, _("The header is nested too deeply to be read."), True)
    try:
        data = load_yaml(header)
        if is_too_large(data):
            return Front({}, body, _("The header unfolds to more values than a post can have."), True)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _repaired(header, body, error)
    if data is None:
        return Front({}, body, found=True)
    if not isinstance(data, dict):
        return Front({}, f"---\n{header}\n---\n{body}")
    return Front({str(key): value for key, value in data.items()}, body, found=True)


def _is_too_deep(header: str) -> bool:
    """Whether brackets stand in each other more often than anybody writes; the parser would run out of stack."""
    depth = 0
    for letter in header:
        depth += (letter in "[{") - (letter in "]}")
        if depth > DEEPEST:
            return True
    return max((len(line) - len(line.lstrip()) for line in header.split("\n")), default=0) > 4 * DEEPEST


def is_too_large(data: Any, most: int = MOST_VALUES) -> bool:
    """Whether data holds more values, or values deeper in each other, than anybody writes.

    A few lines that refer to each other (``*a``) may stand for more of them than could be kept.
    """
    level, seen = [data], 0
    for _depth in range(DEEPEST):
        seen += len(level)
        below: list[Any] = []
        for value in level:
            below += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            if seen + len(below) > most:
                return True
        level = below
    return bool(level)


def _repaired(header: str, body: str, error: Exception) -> Front:
    """Try again without tabs; then take what single lines say, and report the line that was wrong."""
    try:
        data = load_yaml(
            re.sub(r"^(\t+)", lambda tabs: "  " * len(tabs.group(1)), header, flags=re.MULTILINE).replace(
                "\t", " "
            )
        )
        if isinstance(data, dict):
            return Front({str(key): value for key, value in data.items()}, body, found=True)
    except (yaml.YAMLError, ValueError, RecursionError):
        pass
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 1
    problem = str(getattr(error, "problem", None) or error).split("\n")[0]
    said = _("Line %(line)d of the header is not valid YAML (%(problem)s).") % {
        "line": line,
        "problem": problem,
    }
    return Front(_by_line(header), body, said, True)


def _by_line(header: str) -> dict[str, Any]:
    """The fields of a broken header that can be read one by one: a key with all the lines indented below it."""
    data: dict[str, Any] = {}
    chunks: list[list[str]] = []
    for line in header.split("\n"):
        if BARE_KEY.match(line) or not chunks:
            chunks.append([line])
        else:
            chunks[-1].append(line)
    for chunk in chunks:
        found = BARE_KEY.match(chunk[0])
        if found:
            data[found.group(1)] = _value("\n".join(chunk), found)
    return data


def _value(chunk: str, found: re.Match[str]) -> Any:
    try:
        loaded = load_yaml(chunk)
        return next(iter(loaded.values())) if isinstance(loaded, dict) else loaded
    except (yaml.YAMLError, ValueError, RecursionError):
        return found.group(2).strip().strip("\"'").replace('\\"', '"')


def _toml(header: str, body: str) -> Front:
    try:
        data = tomllib.loads(header)
        if is_too_large(data):
            return Front({}, body, _("The header is nested too deeply to be read."), True)
        return Front(data, body, found=True)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        said = _("The header is not valid TOML: %(error)s.") % {"error": error}
        return Front(_toml_by_line(header), body, said, True)


def _toml_by_line(header: str) -> dict[str, Any]:
    """The fields of a broken TOML header that stand complete on one line."""
    data: dict[str, Any] = {}
    table = data
    for line in header.split("\n"):
        named = re.match(r"^\s*\[([\w.-]+)\]\s*$", line)
        if named:
            table = data.setdefault(named.group(1), {})
            continue
        try:
            table.update(tomllib.loads(line))
        except (ValueError, AttributeError, RecursionError):
            found = re.match(r"^\s*([\w-]+)\s*=\s*(.*)$", line)
            if found and isinstance(table, dict):
                table.setdefault(found.group(1), found.group(2).strip().strip("\"'"))
    return data


def _json(text: str) -> Front:
    try:
        data, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError) as error:
        return Front(body=text, error=_("The header is not valid JSON: %(error)s.") % {"error": error})
    if not isinstance(data, dict):
        return Front(body=text)
    if is_too_large(data):
        return Front({}, text[end:], _("The header is nested too deeply to be read."), True)
    return Front(data, text[end:].lstrip("\n"), found=True)


def _written_out(header: str, body: str) -> Front:
    """JSON, or a JavaScript object as far as it is written out."""
    found = written(header)
    if found is None:
        return Front({}, body, _("The header is a program, which was not run."), True)
    if is_too_large(found.values):
        return Front({}, body, _("The header is nested too deeply to be read."), True)
    names = ", ".join(found.programs)[:200]
    error = _("What the header works out was not read: %(names)s.") % {"names": names} if names else ""
    return Front(found.values, body, error, True)


def split_lines(text: str) -> Front:
    """Pelican's header (Python-Markdown's Meta-Data): ``Key: value`` lines, indented ones go on, to a blank line."""
    data: dict[str, Any] = {}
    lines = text.lstrip("\ufeff").split("\n")
    key, end = "", len(lines)
    for at, line in enumerate(lines):
        found = PAIR.match(line)
        if not line.strip():
            end = at
            break
        if found:
            key = found.group(1).strip().lower()
            data[key] = f"{data[key]}, {found.group(2)}" if data.get(key) else (found.group(2) or "").strip()
        elif key and line.startswith(("    ", "\t")):
            data[key] = f"{data[key]}\n{line.strip()}".strip()
        else:
            return Front(body=text)
    if not data:
        return Front(body=text)
    return Front(data, "\n".join(lines[end + 1 :]), found=True)
