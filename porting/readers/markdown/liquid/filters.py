"""The filters of Liquid and Jekyll that need nothing but their arguments."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, quote_plus, unquote_plus

from porting.readers.markdown.addresses import slugify
from porting.readers.markdown.dates import read_date
from porting.readers.markdown.liquid.values import LONGEST_TEXT, Known, Unknown, to_text, to_texts

LONGEST = 200_000  # letters a filter may make of a value
LARGEST = 10**15  # the largest number anything is reckoned with
DIGITS = 15  # to which a number is rounded


class Watched(dict[str, Callable[..., Any]]):
    """Filters of which ``used`` hears what each took and gave; it raises Unknown when that was enough."""

    def __init__(self, filters: dict[str, Callable[..., Any]], used: Callable[..., None]) -> None:
        super().__init__({name: self._watched(work) for name, work in filters.items()})
        self.used = used

    def _watched(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any) -> Any:
            made = work(*given)
            self.used(*given, made)
            return made

        return watched


def rooted(address: str) -> str:
    """An address from the site's root."""
    return address if ":" in address[:8] else "/" + address.lstrip("/")


def _text(work: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of texts: its value and its arguments are made texts first."""

    def filtered(value: Any, *arguments: Any) -> Any:
        made = work(to_text(value), *map(to_text, arguments))
        if isinstance(made, str) and len(made) > LONGEST:
            raise Unknown("long")
        return made

    return filtered


def _replace(text: str, old: str, new: str = "") -> str:
    if len(text) + text.count(old) * len(new) > LONGEST:
        raise Unknown("long")
    return text.replace(old, new)


def _join(value: Any, sign: Any = " ") -> str:
    parts, between = to_texts(_listed(value)), to_text(sign)
    if sum(map(len, parts)) + len(parts) * len(between) > LONGEST:
        raise Unknown("long")
    return between.join(parts)


def _rounded(value: float, digits: float = 0) -> float:
    if abs(digits) > DIGITS:
        raise Unknown("digits")
    return round(value, int(digits)) if digits else round(value)


def _number(value: Any) -> float:
    text = to_text(value)
    number = float(text) if "." in text else int(text or 0)
    if abs(number) > LARGEST:
        raise Unknown("large")
    return number


def _calculated(work: Callable[..., Any]) -> Callable[..., Any]:
    return lambda value, *arguments: work(_number(value), *map(_number, arguments))


def _divided(value: float, by: float) -> float:
    return value // by if isinstance(value, int) and isinstance(by, int) else value / by


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _default(value: Any, instead: Any = "") -> Any:
    return instead if value in (None, False, "", []) else value


def _slice(value: Any, start: Any, length: Any = 1) -> Any:
    whole = value if isinstance(value, list) else to_text(value)
    first = int(start) if int(start) >= 0 else max(0, len(whole) + int(start))
    return whole[first : first + int(length)]


def _truncate(value: Any, length: Any = 50, ending: Any = "...") -> str:
    text = to_text(value)
    return text if len(text) <= int(length) else text[: max(0, int(length) - len(ending))] + ending


def _truncate_words(value: Any, words: Any = 15, ending: Any = "...") -> str:
    listed = to_text(value).split()
    return to_text(value) if len(listed) <= int(words) else " ".join(listed[: int(words)]) + ending


def _dated(value: Any, pattern: Any = "%Y-%m-%d") -> str:
    moment = read_date(str(value) if isinstance(value, date) and not isinstance(value, datetime) else value)
    if moment is None:
        raise Unknown("date")
    return moment.strftime(to_text(pattern))


def _property(one: Any, name: Any) -> Any:
    return one.get(to_text(name)) if isinstance(one, dict) else None


def _where(value: Any, name: Any, wanted: Any = None) -> list[Any]:
    asked = _listed(value)
    return [one for one in asked if (_property(one, name) == wanted if wanted else _property(one, name))]


def _sorted(value: Any, name: Any = "") -> list[Any]:
    return sorted(_listed(value), key=lambda one: _property(one, name) if name else one)


class _Group(dict[str, Any]):
    """One group of ``group_by``."""


def _grouped(value: Any, name: Any) -> list[Any]:
    """Groups; Unknown for groups of groups, which could stand for endlessly many members."""
    groups: dict[str, list[Any]] = {}
    if any(map(_holds_groups, _listed(value))):
        raise Unknown("groups")
    names = to_texts([_property(one, name) for one in _listed(value)])
    for one, key in zip(_listed(value), names, strict=True):
        groups.setdefault(key, []).append(one)
    return [_Group(name=key, items=items, size=len(items)) for key, items in groups.items()]


def _holds_groups(one: Any) -> bool:
    return isinstance(one, _Group) or (isinstance(one, list) and any(map(_holds_groups, one)))


def _unique(value: Any) -> list[Any]:
    """Each once; a post is like no other, however many fields it has."""
    found: dict[str, Any] = {}
    letters = 0
    for one in _listed(value):
        key = str(id(one)) if isinstance(one, Known) else repr(one)
        letters += len(key)
        if letters > LONGEST_TEXT:
            raise Unknown("long")
        found.setdefault(key, one)
    return list(found.values())


def _edge(number: int) -> Callable[[Any], Any]:
    return lambda value: value[number] if isinstance(value, list) and value else None


def _bare(text: str) -> str:
    return re.sub(r"<!--.*?-->|<[^>]*>", "", text, flags=re.DOTALL)


FILTERS: dict[str, Callable[..., Any]] = {
    "append": _text(lambda text, more: text + more),
    "prepend": _text(lambda text, before: before + text),
    "upcase": _text(str.upper),
    "downcase": _text(str.lower),
    "capitalize": _text(lambda text: text[:1].upper() + text[1:].lower()),
    "strip": _text(str.strip),
    "lstrip": _text(str.lstrip),
    "rstrip": _text(str.rstrip),
    "normalize_whitespace": _text(lambda text: " ".join(text.split())),
    "strip_html": _text(_bare),
    "strip_newlines": _text(lambda text: text.replace("\n", "")),
    "newline_to_br": _text(lambda text: text.replace("\n", "<br />\n")),
    "escape": _text(html.escape),
    "xml_escape": _text(html.escape),
    "escape_once": _text(lambda text: html.escape(html.unescape(text))),
    "uri_escape": _text(lambda text: quote(text, safe=":/?#[]@!$&'()*+,;=%~")),
    "url_encode": _text(quote_plus),
    "cgi_escape": _text(quote_plus),
    "url_decode": _text(unquote_plus),
    "replace": _text(_replace),
    "replace_first": _text(lambda text, old, new="": text.replace(old, new, 1)),
    "remove": _text(lambda text, old: text.replace(old, "")),
    "remove_first": _text(lambda text, old: text.replace(old, "", 1)),
    "split": _text(lambda text, sign: text.split(sign) if sign.strip() else text.split()),
    "number_of_words": _text(lambda text: len(text.split())),
    "slugify": lambda value, *_mode: slugify(to_text(value)),
    "smartify": _text(str),
    "relative_url": _text(rooted),
    "absolute_url": _text(rooted),
    "truncate": _truncate,
    "truncatewords": _truncate_words,
    "date": _dated,
    "date_to_string": lambda value, *_style: _dated(value, "%d %b %Y"),
    "date_to_long_string": lambda value, *_style: _dated(value, "%d %B %Y"),
    "date_to_xmlschema": lambda value: _dated(value, "%Y-%m-%dT%H:%M:%S%z"),
    "default": _default,
    "size": lambda value: len(value) if isinstance(value, list | str | dict) else 0,
    "first": _edge(0),
    "last": _edge(-1),
    "join": _join,
    "array_to_sentence_string": lambda value: _join(value, ", "),
    "reverse": lambda value: _listed(value)[::-1],
    "compact": lambda value: [one for one in _listed(value) if one is not None],
    "concat": lambda value, more: [*_listed(value), *_listed(more)],
    "push": lambda value, more: [*_listed(value), more],
    "group_by": _grouped,
    "uniq": _unique,
    "sort": _sorted,
    "where": _where,
    "map": lambda value, name: [_property(one, name) for one in _listed(value)],
    "slice": _slice,
    "plus": _calculated(lambda value, more: value + more),
    "minus": _calculated(lambda value, less: value - less),
    "times": _calculated(lambda value, by: value * by),
    "divided_by": _calculated(_divided),
    "modulo": _calculated(lambda value, by: value % by),
    "abs": _calculated(abs),
    "ceil": _calculated(math.ceil),
    "floor": _calculated(math.floor),
    "round": _calculated(_rounded),
}
