"""Modules that were on the page for nobody: what they say is only told to whoever imports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _

from porting.readers.wordpress.attributes import is_said
from porting.readers.wordpress.closing import closed
from porting.readers.wordpress.context import MAX_DEPTH, Body
from porting.readers.wordpress.left_out import plain_words, shortened
from porting.readers.wordpress.shortcodes.grammar import Part, Shortcode, split_shortcodes
from porting.readers.wordpress.shortcodes.layout import UNWRAPPED_FAMILIES
from porting.readers.wordpress.shortcodes.packed import LINK, LINK_TITLE, RAW, groups, unpacked
from porting.readers.wordpress.switched_off import is_module_off

_EDITORS = {"admin_label"}  # only editors saw it


def is_left_out(code: Shortcode, body: Body) -> bool:
    """Whether a shortcode was switched off; if so, that is noted."""
    if not is_module_off(code.name, code.attributes):
        return False
    detail = _("A block “%(name)s” that was hidden there was left out. It says: %(words)s")
    codes = list(_codes(code))
    said = [
        *(text for one in codes for text in one[1]),
        *(word for one in codes for word in _attributes(one[0])),
    ]
    body.problem("hidden", detail, name=code.name, words=shortened(said))
    return True


def _codes(code: Shortcode, depth: int = 0) -> Iterator[tuple[Shortcode, list[str]]]:
    """The shortcode and those in it, each with the text that stands in it and in none of the others."""
    text = code.text
    if code.name in RAW and (found := unpacked(text)):
        text = unquote(found)
    if depth >= MAX_DEPTH:
        yield code, [plain_words(text)]
        return
    parts = list(split_shortcodes(closed(text), UNWRAPPED_FAMILIES))
    yield code, [plain_words(part.text) for part in parts if not _is_code(part)]
    for part in parts:
        if part.shortcode and _is_code(part):
            yield from _codes(part.shortcode, depth + 1)


def _is_code(part: Part) -> bool:
    """Whether it is a shortcode, and not one in double brackets, which was shown as it was typed."""
    return part.shortcode is not None and part.shortcode.name != "["


def _attributes(code: Shortcode) -> Iterator[str]:
    """The values of attributes that are words."""
    for name, value in code.attributes.items():
        if name not in _EDITORS:
            yield from _said(name, value)


def _said(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, str):
        return
    listed = groups(value)
    if listed is not None:
        for one in listed:
            for key, inner in one.items():
                yield from _said(key, inner)
    elif LINK.search(value):
        titled = LINK_TITLE.search(value)
        yield unquote(titled[1]) if titled else ""
    elif is_said(name, value):
        yield plain_words(value)
