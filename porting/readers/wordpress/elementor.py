"""What Elementor keeps of a page: widgets in sections, columns and containers, in their order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from porting.readers.wordpress.attributes import is_said, is_setting
from porting.readers.wordpress.left_out import plain_words, shortened
from porting.readers.wordpress.media import is_picture
from porting.readers.wordpress.switched_off import CONDITIONS, DEVICES, devices_off, is_conditional

FIELD = "_elementor_data"
_DEEPEST = 200  # sections, columns and containers in each other
_PARTS = re.compile(r'elType\\*"')
_SWITCHES = [re.compile(rf'{name}\\*"\s*:\s*(?:\\*"[^"\\]|[1-9t])') for name in DEVICES]
_LIMITED = re.compile(rf'{CONDITIONS}\\*"\s*:\s*\[\s*\\*"')
_BREAKS = re.compile(r"[\r\n]+")
#: Settings that are shown as they are, whatever their names look like.
_TYPED = {
    "editor", "html", "shortcode", "youtube_url", "vimeo_url", "dailymotion_url", "external_url", "title", "text",
    "title_text", "description_text", "tab_title", "tab_content", "testimonial_content", "testimonial_name",
    "testimonial_job", "alert_title", "alert_description", "inner_text",
}  # fmt: skip
#: Widgets that write nothing into the page's text.
_SILENT = {
    "spacer", "icon", "menu-anchor", "form", "login", "posts", "archive-posts", "portfolio", "nav-menu",
}  # fmt: skip
#: Widgets of Elementor's own that write nothing but what their settings say.
_PLAIN = {
    "heading", "text-editor", "button", "image", "image-box", "icon-box", "icon-list", "html", "shortcode", "video",
    "accordion", "toggle", "tabs", "testimonial", "alert", "counter", "progress", "divider", "google_maps",
}  # fmt: skip


#: These may show something with nothing in their settings: a picture of the library, a place for example.
_BY_ITSELF = {"image", "image-box", "google_maps"}
_FILMS = ("hosted_url", "external_url")
_MAP = '<iframe src="https://maps.google.com/maps?q={}"></iframe>'


@dataclass
class Widget:
    """A widget; ``part`` is the number of the hidden part of the page it stands in, 0 for one that is shown."""

    name: str
    settings: dict[str, Any]
    part: int = 0
    said: list[str] = field(default_factory=list)  # what it shows, as far as its settings tell: HTML
    others: list[str] = field(default_factory=list)  # what it may show, and may not

    @property
    def is_known(self) -> bool:
        """Whether anything of what it writes into the page's text can be told from its settings."""
        says_nothing = self.name in _SILENT or (self.name in _PLAIN - _BY_ITSELF and not self.said)
        return not self.settings.get("__dynamic__") and (says_nothing or bool(self.said))

    @property
    def is_plain(self) -> bool:
        """Whether it writes nothing into the text but what its settings say."""
        return self.name in _PLAIN


@dataclass(frozen=True)
class _Place:
    """Where in a page a widget stands: in which hidden part, and hidden on which devices."""

    part: int = 0
    off: frozenset[str] = frozenset()


def has_switches(data: str) -> bool:
    """Whether a part may be hidden from all or some readers, by itself or with what it stands in; quicker than reading
    the data."""
    if DEVICES[0] not in data and CONDITIONS not in data and "\n" not in data:
        return False
    data = _BREAKS.sub("", data)
    return bool(_LIMITED.search(data)) or all(switch.search(data) for switch in _SWITCHES)


def may_hide(data: str) -> bool:
    """Whether data that cannot be read seem to hide a part by itself. Most pages have parts for large screens and
    others for small ones, which says nothing."""
    data = _BREAKS.sub("", data)
    if _LIMITED.search(data):
        return True
    return any(all(switch.search(part) for switch in _SWITCHES) for part in _PARTS.split(data))


def widgets(data: str) -> list[Widget] | None:
    """All widgets of a page; None when the data cannot be read."""
    try:
        # Elementor writes one line. Breaks in it were put in by a program on the way, within words as well.
        found = json.loads(_BREAKS.sub("", data), strict=False)
    except (ValueError, RecursionError):
        return None
    return list(_walk(found, _Place(), count(1)))


def _walk(node: Any, place: _Place, numbers: Iterator[int], depth: int = 0) -> Iterator[Widget]:
    if isinstance(node, list) and depth < _DEEPEST:
        for one in node:
            yield from _walk(one, place, numbers, depth + 1)
    elif isinstance(node, dict):
        settings = node.get("settings")
        place = _Place(place.part, place.off | devices_off(settings))
        if not place.part and (len(place.off) == len(DEVICES) or is_conditional(settings)):
            place = _Place(next(numbers), place.off)
        if node.get("widgetType"):  # without any settings these are an empty list
            yield _widget(str(node["widgetType"]), settings if isinstance(settings, dict) else {}, place.part)
        yield from _walk(node.get("elements"), place, numbers, depth + 1)


def _widget(name: str, settings: dict[str, Any], part: int) -> Widget:
    widget = Widget(name, settings, part)
    if name not in _SILENT:
        _gather(settings, widget)
    if name == "google_maps" and isinstance(settings.get("address"), str):
        widget.said.append(_MAP.format(quote(settings["address"])))
    films = [settings.get(key) for key in _FILMS if name == "video"]
    for address in [film.get("url") for film in films if isinstance(film, dict)]:
        if isinstance(address, str) and address.strip():  # the text has the address alone, or a player
            widget.said += [address, f'<video src="{escape(address)}">']
    return widget


def _gather(given: dict[str, Any], widget: Widget, depth: int = 0) -> None:
    """Tell the settings a reader saw from the others."""
    for key, value in given.items():
        if key.startswith("_") or depth > _DEEPEST:
            continue
        if isinstance(value, list):
            for one in value:
                is_group = isinstance(one, dict) and key != "carousel"  # of pictures
                _gather(one if is_group else {key: one}, widget, depth + 1)
        elif isinstance(value, dict) and not is_setting(key):
            address = value.get("url")
            if isinstance(address, str) and is_picture(address):
                widget.said.append(f'<img src="{escape(address)}">')
            else:
                _gather(value, widget, depth + 1)
        elif isinstance(value, str | int | float):
            _sort(key, str(value), widget)


def _sort(key: str, value: str, widget: Widget) -> None:
    """Put one value where it belongs. A sentence is one under any name."""
    if not value.strip():
        return
    is_sentence = len(value.split()) > 2 and is_said("text", value)
    (widget.said if key in _TYPED or is_said(key, value) or is_sentence else widget.others).append(value)


def told(parts: list[Widget]) -> list[str]:
    """What each hidden part of a page says, for the report."""
    found: dict[int, list[str]] = {}
    for widget in parts:
        if widget.part:
            said = [plain_words(one) or _named(one) for one in widget.said]
            name = _("[widget “%(name)s”]") % {"name": widget.name}
            found.setdefault(widget.part, []).extend(said if any(said) else [name])
    return [shortened(words) for words in found.values()]


def _named(markup: str) -> str:
    """The address of a picture, which says nothing else."""
    return markup.removeprefix('<img src="').removesuffix('">') if markup.startswith("<img src=") else ""
