"""Blocks and modules that a plugin fills when the page is asked for: what their authors typed stands in attributes.

Nobody here knows these blocks. The names of their attributes say enough to tell words, pictures and links from looks:
these come one below the other, where the block stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.left_out import plain_words
from porting.readers.wordpress.markup.boxes import button_of
from porting.readers.wordpress.markup.pictures import captioned, gallery_of, of_media, picture
from porting.readers.wordpress.media import address_key, is_picture

_DEEPEST = 12  # lists and groups of attributes in each other
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TITLES = {"title", "heading", "headline", "question"}
_WORDS = _TITLES | {
    "name", "subtitle", "subheading", "text", "content", "description", "desc", "label", "caption", "quote", "author",
    "citation", "answer", "body", "excerpt", "summary", "occupation", "role", "company", "tagline", "intro",
    "paragraph", "eyebrow", "kicker", "location", "address", "value", "phone", "price",
}  # fmt: skip
_FIGURES = {"value", "phone", "price"}
_LABELS = ("label", "text", "title", "heading", "value", "name")
_LINKS = {"url", "link", "href"}
_PICTURES = {
    "image", "images", "img", "photo", "picture", "pictures", "media", "logo", "avatar", "gallery", "ids",
}  # fmt: skip
#: Parts of names that tell of looks and settings, or of what a form says.
_SETTINGS = {
    "class", "folder", "submit", "success", "error", "placeholder", "aria", "template", "post", "icon", "font", "color",
    "colour", "style", "anchor", "slug", "taxonomy", "menu", "block", "query", "file", "unique", "hover", "typography",
    "align", "animation", "background", "bg", "overlay", "thumb", "thumbnail", "thumbnails", "light", "sizes", "tag",
    "meta", "source", "target", "rel", "shortcode", "json", "css", "html", "script", "marquee",
}  # fmt: skip
#: Whole names of looks, and of who sees a part, in page builders.
_OF_BUILDERS = {"decoration", "display_conditions", "e_display_conditions"}
#: Furniture of pages: networks to share in, ways to subscribe, search, lists of posts, signs.
_FURNITURE = re.compile(
    r"shar(?:e|ing)|social|subscri|newsletter|search|login|breadcrumb|reactions|related|form|query|loop|single-?icon"
    r"|/posts?(?:[-_]|grid|list|carousel|slider|$)|[-_]posts?(?:[-_]|$)"
)
_LOOKS = re.compile(
    r"(?:yes|no|true|false|on|off|none|auto|inherit|default|normal|left|center|right|top|bottom|full|wide|[{\[].*"
    r"|-?[\d.,]+(?:px|r?em|%|v[hw]|m?s)?|#[\da-f]{3,8}|var[(:].*|field_\w+|[\w-]+/[\w-]+"
    r"|(?-i:[a-z]+(?:-[a-z]+)+))",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"(?:https?://|//|/(?!/)|mailto:|tel:)\S+")
_LETTERS = re.compile(r"\W*[^\W\d_]+(?:['\u2019-][^\W\d_]+)*\W*")  # a word, with what stands around it
_SAID_BY = re.compile(r"testimonial|quote|review")
_BUTTON = re.compile(r"btn|button|cta")


def told(name: str, given: dict[str, Any], body: Body) -> list[str]:
    """What a block says in its attributes alone, piece by piece in the dialect; nothing when these only tell how it
    looked. ``name`` is the block's, ``given`` are its attributes."""
    if is_furniture(name):
        return []
    teller = _Teller(name, body)
    said = teller.said(given)
    return [said] if said else [piece for piece in teller.group(given) if piece]


def is_furniture(name: str) -> bool:
    """Whether a block or module of this name is a form, a list of posts or another part made for each visitor."""
    return bool(_FURNITURE.search(name))


def is_said(key: str, value: str) -> bool:
    """Whether an attribute may be words somebody read, whatever it is called: no number, colour, switch, address, class
    or measure. For lists of what is missing: a page itself has only what ``told`` is sure of.
    """
    value = plain_words(value)
    if is_setting(key) or _LOOKS.fullmatch(value) or _ADDRESS.fullmatch(value):
        return False
    parts = value.split()
    words = [part for part in parts if _LETTERS.fullmatch(part)]
    if _parts(key)[-1:] and _parts(key)[-1] in _WORDS:
        return bool(words)
    return 2 * len(words) >= max(len(parts), 1) and (len(parts) > 1 or value[0].isupper())


def said_in(given: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """The words among attributes and groups of them; see ``is_said``."""
    for key, value in given.items():
        if isinstance(value, str) and is_said(key, value):
            yield plain_words(value)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and not is_setting(key) and depth < _DEEPEST:
                yield from said_in(one, depth + 1)


def is_setting(key: str) -> bool:
    """Whether an attribute of this name tells of looks and settings, or of what a form says."""
    return key.startswith("_") or key in _OF_BUILDERS or bool(_SETTINGS.intersection(_parts(key)))


@dataclass
class _Teller:
    name: str
    body: Body
    depth: int = 0
    taken: set[str] = field(default_factory=set)  # names of attributes that another one brought along

    def said(self, given: dict[str, Any]) -> str:
        """What somebody said, as a quotation with their name; empty for other blocks."""
        words = _first(given, "content", "text", "quote") if _SAID_BY.search(self.name) else ""
        who = (_first(given, "name", "author"), _first(given, "occupation", "role", "company"))
        footer = f"<footer>{escape(', '.join(filter(None, who)), quote=False)}</footer>" if any(who) else ""
        return (
            f"<blockquote>{self._written(words)}{footer}</blockquote>{''.join(self._pictures(given))}"
            if words
            else ""
        )

    def group(self, given: dict[str, Any]) -> list[str]:
        """One group of attributes: its pictures, then words and links in their order."""
        self.depth += 1
        labels = _labels(given)
        figures = self._pictures(given)
        pieces = list(figures)
        for key, value in given.items():
            if self.depth > _DEEPEST or is_setting(key):
                continue
            if isinstance(value, str):
                pieces.append(self._text(key, value, labels, given, pictured=bool(figures)))
            elif isinstance(value, dict):
                pieces += self.group(value)
            elif isinstance(value, list):
                pieces += self._list(value)
        if not any("<img" in piece for piece in pieces):
            pieces += self._numbered(given)
        self.depth -= 1
        return pieces

    def _list(self, values: list[Any]) -> list[str]:
        """Several of one kind; pictures without words are a gallery."""
        found = [self.group(value) for value in values if isinstance(value, dict)]
        pieces = [piece for some in found for piece in some if piece]
        if len(pieces) > 1 and all(piece.startswith("<figure><img") for piece in pieces):
            return [gallery_of(pieces)]
        return pieces + [self._written(one) for one in values if isinstance(one, str) and _is_sentence(one)]

    def _text(
        self, key: str, value: str, labels: dict[str, str], given: dict[str, Any], *, pictured: bool
    ) -> str:
        last = _parts(key)[-1:]
        if last and last[0] in _LINKS and _ADDRESS.fullmatch(value) and not is_picture(value):
            return self._link(key, value, labels, given, pictured=pictured)
        if key in labels.values() or not _are_words(last, value, typed=self.name.startswith("acf/")):
            return ""
        if pictured and last == ["caption"] or last == ["alt"]:
            return ""  # with the picture
        return self._written(value, strong=last[0] in _TITLES)

    def _link(
        self, key: str, value: str, labels: dict[str, str], given: dict[str, Any], *, pictured: bool
    ) -> str:
        if key not in labels:
            return "" if pictured else f'<p><a href="{escape(value)}">{escape(value)}</a></p>'
        words = self.body.inline(given[labels[key]])
        if _BUTTON.search(self.name) or _BUTTON.search(key.lower()):
            return button_of(value, words)
        return f'<p><a href="{escape(value)}">{words}</a></p>'

    def _written(self, value: str, *, strong: bool = False) -> str:
        if "<" in value:
            return self.body.fragment(value if value.lstrip().startswith("<p") else f"<p>{value}</p>")
        words = escape(value.strip(), quote=False).replace("\n", "<br>")
        return f"<p><strong>{words}</strong></p>" if strong else f"<p>{words}</p>"

    def _pictures(self, given: dict[str, Any]) -> list[str]:
        """The pictures a group names by address, each once."""
        found: dict[str, str] = {}
        for key, value in given.items():
            if (
                isinstance(value, str)
                and is_picture(value)
                and _ADDRESS.fullmatch(value)
                and not is_setting(key)
            ):
                alt = next((str(given[name]) for name in given if _parts(name)[-1:] == ["alt"]), "")
                caption = self.body.inline(_first(given, "caption"))
                found.setdefault(address_key(value), captioned(picture(value, alt), caption))
        return list(found.values())

    def _numbered(self, given: dict[str, Any]) -> list[str]:
        """The pictures a group names by their numbers in the library."""
        numbers = [
            number
            for key, value in given.items()
            if _names_pictures(key)
            for number in (value if isinstance(value, list) else [value])
        ]
        known = [self.body.library.by_id(str(number)) for number in numbers if str(number).isdigit()]
        figures = [of_media(media) for media in known if media and is_picture(media.url)]
        return [gallery_of(figures)] if figures else []


def _labels(given: dict[str, Any]) -> dict[str, str]:
    """The attribute with the words of each link: of the same beginning, else the group's title."""
    found: dict[str, str] = {}
    for key, value in given.items():
        parts = _parts(key)
        if (
            not parts
            or parts[-1] not in _LINKS
            or not isinstance(value, str)
            or not _ADDRESS.fullmatch(value)
        ):
            continue
        names = {
            tuple(_parts(name)): name
            for name in given
            if isinstance(given[name], str) and given[name].strip()
        }
        wanted = [(*parts[:-1], label) for label in _LABELS] + [(label,) for label in _LABELS[2:]]
        words = next((names[one] for one in wanted if one in names and names[one] not in found.values()), "")
        if words and not is_picture(value):
            found[key] = words
    return found


def _parts(name: str) -> list[str]:
    """The words a name is made of: ``ctaLabel``, ``cta_label``."""
    return [part.lower() for part in _PART.findall(name)]


def _names_pictures(key: str) -> bool:
    """Whether numbers below this name are those of pictures, not their measures (``image_width``)."""
    parts = _parts(key)
    return (
        bool(_PICTURES.intersection(parts))
        and parts[-1] in _PICTURES | {"id", "attachment"}
        and not is_setting(key)
    )


def _is_sentence(value: str) -> bool:
    return len(value.split()) > 2 and not _LOOKS.fullmatch(value.strip())


def _are_words(last: list[str], value: str, *, typed: bool) -> bool:
    """Whether a reader saw a value; ``typed`` where every field of the group is an author's."""
    value = value.strip()
    seen = str.isalnum if last and last[0] in _FIGURES else str.isalpha
    if not any(seen(letter) for letter in value) or _LOOKS.fullmatch(value) or _ADDRESS.fullmatch(value):
        return False
    named = " " in value or not value[0].islower()
    if last and last[0] in _WORDS:
        return named or last != ["name"]
    return _is_sentence(value) or (typed and named)


def _first(given: dict[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := given.get(name), str) and value.strip()), "")
