"""What an expression of Liquid stands for: literals, ranges, names with their parts, filters and conditions.

After https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/, as far as moved texts need it.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

PART = re.compile(r"\.([\w-]+)|\[\s*(?:\"([^\"]*)\"|'([^']*)'|(-?\d{1,6})|([A-Za-z_][\w.-]*))\s*\]")
NAME = re.compile(r"[A-Za-z_][\w-]*")
RANGE = re.compile(r"\(\s*([^\s.]+)\s*\.\.\s*([^\s)]+)\s*\)")
LITERALS = {"true": True, "false": False, "nil": None, "null": None, "": None}
SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<>": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
COMPARISON = re.compile(r"\s*(==|!=|<>|>=|<=|>|<|\bcontains\b)\s*")
JOINT = re.compile(r"\s+(and|or)\s+")
LONGEST_RANGE = 1000
LONGEST_LIST = 10_000  # members of a list and of the lists in it
DEEPEST_LIST = 20
LONGEST_TEXT = 1_000_000  # letters of a list that is shown

Filters = Mapping[str, Callable[..., Any]]
Used = Callable[[Any], None]  # hears of each value that is looked at


class Unknown(Exception):  # noqa: N818 - nobody made a mistake
    """Only the site's generator, or a plugin of it, knows this."""


class Known(dict[str, Any]):
    """A table of which some parts are known; asking for one of the ``dynamic`` parts raises Unknown."""

    def __init__(self, values: Mapping[str, Any], dynamic: frozenset[str] = frozenset()) -> None:
        super().__init__(values)
        self.dynamic = dynamic


def split_outside(text: str, sign: re.Pattern[str], most: int = 0) -> list[str]:
    """The text cut at ``sign`` where it stands outside of quotes; the sign's groups stand between the parts."""
    quoted = [range(*found.span()) for found in re.finditer(r"\"[^\"]*\"|'[^']*'", text)]
    parts, start = [], 0
    for found in sign.finditer(text):
        if any(found.start() in place for place in quoted):
            continue
        parts += [text[start : found.start()], *found.groups()]
        start = found.end()
        if most and len(parts) >= most:
            break
    return [*parts, text[start:]]


def evaluate(text: str, scope: Known, filters: Filters, used: Used = lambda value: None) -> Any:
    """The value of ``subject | filter: argument | …``; raises Unknown when a part of it is, or ``used`` says so."""
    subject, *calls = split_outside(text, re.compile(r"\|"))
    value = bounded(look_up(subject, scope))
    used(value)
    for call in calls:
        name, _, rest = call.partition(":")
        work = filters.get(name.strip())
        if work is None:
            raise Unknown(call)
        given = split_outside(rest, re.compile(",")) if rest.strip() else []
        arguments = [bounded(look_up(one, scope)) for one in given]
        try:
            value = work(value, *arguments)
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise Unknown(call) from error
        bounded(value)
    return value


def bounded(value: Any) -> Any:
    """The value; Unknown for a list with too many members, counting those of the lists in it, or too deep ones."""
    ahead, members = [(value, 0)] if isinstance(value, list) else [], 0
    while ahead:
        inner, depth = ahead.pop()
        members += len(inner)
        if members > LONGEST_LIST or depth > DEEPEST_LIST:
            raise Unknown("list")
        ahead += [(one, depth + 1) for one in inner if isinstance(one, list)]
    return value


def look_up(text: str, scope: Known) -> Any:
    """A literal, a range, or what a name stands for; None for a name nobody gave a value."""
    text = text.strip()
    if text in LITERALS or text in ("empty", "blank"):
        return LITERALS.get(text, "")
    if text[0] in "\"'" and text[-1] == text[0] and len(text) > 1:
        return text[1:-1]
    if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,15})?", text):
        return float(text) if "." in text else int(text)
    between = RANGE.fullmatch(text)
    if between:
        first, last = (int(look_up(end, scope) or 0) for end in between.groups())
        return list(range(first, min(last, first + LONGEST_RANGE) + 1))
    return _named(text, scope)


def _named(text: str, scope: Known) -> Any:
    found = NAME.match(text)
    if not found:
        raise Unknown(text)
    value, at = _part(scope, found.group(0)), found.end()
    while at < len(text):
        part = PART.match(text, at)
        if not part:
            raise Unknown(text)
        name, double, single, number, other = part.groups()
        key = look_up(other, scope) if other else int(number) if number else name or double or single or ""
        value, at = _part(value, key), part.end()
    return value


def _part(value: Any, key: Any) -> Any:
    if isinstance(value, Known) and key not in value and key in value.dynamic:
        raise Unknown(key)
    if isinstance(value, Mapping):
        return value.get(key, len(value) if key == "size" else None)
    if isinstance(value, list) and isinstance(key, int):
        return value[key] if -len(value) <= key < len(value) else None
    if isinstance(value, list | str) and key == "size":
        return len(value)
    if isinstance(value, list) and value and key in ("first", "last"):
        return value[0 if key == "first" else -1]
    return None


def holds(condition: str, scope: Known, filters: Filters, used: Used = lambda value: None) -> bool:
    """Whether a condition of ``if`` is true. ``and`` and ``or`` are read from the right, as Liquid does."""
    left, *joint = split_outside(condition, JOINT, most=2)
    if joint:
        here, rest = holds(left, scope, filters, used), holds(joint[1], scope, filters, used)
        return (here and rest) if joint[0] == "and" else (here or rest)
    parts = split_outside(condition, COMPARISON, most=2)
    if len(parts) < 3:
        value = evaluate(condition, scope, filters, used)
        return value is not None and value is not False
    first, sign, second = (
        evaluate(parts[0], scope, filters, used),
        parts[1],
        evaluate(parts[2], scope, filters, used),
    )
    if sign == "contains":
        return to_text(second) in first if isinstance(first, str) else second in (first or [])
    if parts[2].strip() in ("empty", "blank"):
        is_empty = first in ("", [], {}) or (first is None and parts[2].strip() == "blank")
        return is_empty == (sign == "==")
    return compare(first, sign, second)


def compare(first: Any, sign: str, second: Any) -> bool:
    """Two values; such as cannot be compared are not in any order."""
    try:
        return bool(SIGNS[sign](first, second))
    except TypeError:
        return False


def to_texts(values: list[Any]) -> list[str]:
    """Each value as a text shows it; raises Unknown for a table, or when they are too long together."""
    made, letters = [], 0
    for value in values:
        made.append(to_text(value))
        letters += len(made[-1])
        if letters > LONGEST_TEXT:
            raise Unknown("long")
    return made


def to_text(value: Any) -> str:
    """A value as a text shows it; raises Unknown for a table, which no text shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "".join(to_texts(value))
    if isinstance(value, Mapping):
        raise Unknown("table")
    if isinstance(value, date) and hasattr(value, "hour"):
        return f"{value:%Y-%m-%d %H:%M:%S %z}".strip()
    return str(value)
