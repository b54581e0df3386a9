"""Find shortcodes in content: ``[name a="b"]``, ``[name /]``, ``[name]content[/name]``, and ``[[name]]`` as plain text.

Written after WordPress's description of its shortcodes. Square brackets that are only text stay text: a name counts
when it is known, when it carries attributes, or when its closing tag follows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape

_TOKEN = re.compile(
    r"(?P<skip><(?P<raw>pre|code|script|style|textarea|xmp)\b[^>]*>.*?</(?P=raw)\s*>|<!--.*?-->"
    r"|</?[A-Za-z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>)"
    r"|(?P<escaped>\[\[/?[A-Za-z][\w.-]*[^\[\]]*\](?:[^\[\]]*\[/[\w.-]+\])?\])"
    r"|\[(?P<close>/?)(?P<name>[A-Za-z][\w.-]*)(?P<attributes>(?:[\s=:][^\[\]]*?)?)(?P<self>/?)\]",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"([\w:.-]+)\s*=\s*\"([^\"]*)\"|([\w:.-]+)\s*=\s*'([^']*)'|([\w:.-]+)\s*=\s*([^\s'\"]+)"
    r"|\"([^\"]*)\"|'([^']*)'|(\S+)"
)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
#: The visual editor's curly quotes and primes, as the plain ones that were typed.
_QUOTES = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u2033", '"') | dict.fromkeys("\u2018\u2019\u2032", "'") | {"\xa0": " "}
)
_NAMED = re.compile(r"[\w-]+\s*=\s*(?:[\"'“”″]|&quot;|&#8220;|&#8221;|&#8243;|[\w#/.-])")


@dataclass
class Shortcode:
    """One shortcode. ``positional`` are the attributes without a name; ``content`` is None without a closing tag."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    positional: list[str] = field(default_factory=list)
    content: str | None = None
    source: str = ""  # the opening tag as it stood there

    def get(self, *names: str) -> str:
        """The first attribute that is there and not empty."""
        return next((self.attributes[name] for name in names if self.attributes.get(name)), "")

    @property
    def text(self) -> str:
        """The content, or nothing."""
        return self.content or ""


@dataclass
class Part:
    """A stretch of content: plain text, or a shortcode when there is one."""

    text: str
    shortcode: Shortcode | None = None


def parse_attributes(text: str) -> tuple[dict[str, str], list[str]]:
    """Return named and unnamed attributes; curly quotes and entities of the visual editor are understood."""
    named: dict[str, str] = {}
    positional: list[str] = []
    text = unescape(text.replace("&quot;", '"')).translate(_QUOTES).strip()
    for match in _ATTRIBUTE.finditer(text.lstrip("=: ") if text[:1] in "=:" else text):
        groups = match.groups()
        for index in (0, 2, 4):
            if groups[index]:
                named.setdefault(groups[index].lower(), groups[index + 1])
                break
        else:
            positional.append(next(group for group in groups[6:] if group is not None))
    return named, positional


def split_shortcodes(text: str, sure: Collection[str], known: Collection[str] = ()) -> Iterator[Part]:
    """Yield the content in order. What stands inside a shortcode is in its ``content``, not yet split.

    ``sure`` are names that are always shortcodes (those that end in ``_`` stand for all that begin so), ``known``
    those whose closing tag is never text even when it stands alone.
    """
    families = tuple(name for name in sure if name.endswith("_"))
    tokens = [match for match in _TOKEN.finditer(text) if match["skip"] is None]
    closing = _closing_tags(tokens)
    position = 0
    for index, token in enumerate(tokens):
        if token.start() < position or not _counts(token, index in closing, sure, known, families):
            continue
        yield Part(text[position : token.start()])
        end = tokens[closing[index]] if index in closing else None
        yield Part(token[0], _shortcode(token, text[token.end() : end.start()] if end else None))
        position = end.end() if end else token.end()
    yield Part(text[position:])


def _closing_tags(tokens: list[re.Match[str]]) -> dict[int, int]:
    """For the index of each opening tag that of its closing tag."""
    open_tags: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for index, token in enumerate(tokens):
        name = (token["name"] or "").lower()
        if not name or token["self"]:
            continue
        if not token["close"]:
            open_tags.setdefault(name, []).append(index)
        elif open_tags.get(name):
            found[open_tags[name].pop()] = index
    return found


def _counts(
    token: re.Match[str],
    has_end: bool,
    sure: Collection[str],
    known: Collection[str],
    families: tuple[str, ...],
) -> bool:
    """Whether brackets are a shortcode rather than text."""
    if token["escaped"]:
        return True
    name, attributes = token["name"].lower(), token["attributes"]
    if name in sure or name.startswith(families):
        return attributes[:1] != ":" or has_end
    if token["close"]:
        return name in known
    return has_end or bool(_NAMED.search(_TAG.sub("", attributes)))  # what tags in it say is not its own


def _shortcode(token: re.Match[str], content: str | None) -> Shortcode:
    if token["escaped"]:
        return Shortcode(name="[", source=token["escaped"][1:-1])
    said = token["attributes"]
    # The visual editor makes links of addresses; only an old caption holds HTML of its own.
    named, positional = parse_attributes(said if "caption=" in said else _TAG.sub("", _BREAK.sub(" ", said)))
    name = ("/" if token["close"] else "") + token["name"].lower()
    return Shortcode(name, named, positional, content, token[0])
