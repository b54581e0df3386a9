"""HTML's elements, sorted by what the converter does with them."""

from __future__ import annotations

#: Inline formatting that rich text has, under the name it stores.
FORMATS = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "dfn": "i",
    "var": "i",
    "code": "code",
    "samp": "code",
    "tt": "code",
    "kbd": "kbd",
    "mark": "mark",
    "s": "s",
    "del": "s",
    "strike": "s",
    "sup": "sup",
    "sub": "sub",
    "u": "u",
    "ins": "u",
    "small": "small",
}

#: Inline elements that mean nothing to readers by themselves; a style of theirs may.
SILENT = frozenset(
    {"span", "font", "bdi", "wbr", "time", "data", "label", "nobr", "output", "slot", "x-math"}
)

#: Inline elements whose looks rich text does not have: the words stay, the loss is noted.
UNKNOWN_LOOKS = frozenset({"big", "abbr", "acronym", "bdo", "ruby", "rt", "rp", "q"})

INLINE = frozenset({*FORMATS, *SILENT, *UNKNOWN_LOOKS, "a", "br", "input"})

#: Elements that only group others.
CONTAINERS = frozenset(
    {
        "address",
        "article",
        "body",
        "center",
        "dialog",
        "div",
        "fieldset",
        "footer",
        "header",
        "hgroup",
        "html",
        "legend",
        "main",
        "menu",
        "nav",
        "noscript",
        "p",
        "section",
        "summary",
        "aside",
        "dd",
        "dt",
        "figcaption",
        "picture",
        "search",
        "caption",
        "noembed",
        "noframes",
        "title",
    }
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}

#: Elements that end a line of text: what browsers show as blocks.
BREAKING = frozenset(
    {
        *CONTAINERS,
        *HEADINGS,
        "blockquote",
        "caption",
        "details",
        "dl",
        "figure",
        "form",
        "hr",
        "li",
        "ol",
        "option",
        "pre",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "br",
        "video",
        "audio",
        "iframe",
        "button",
        "canvas",
    }
) - {"noscript", "picture"}

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)

#: Elements nobody reads.
UNREAD = frozenset({"script", "style", "template", "head", "meta", "link", "base"})

#: Elements that carry more than their words and are kept even where nesting is too deep for anything else.
PRECIOUS = frozenset(
    {"a", "img", "pre", "iframe", "video", "audio", "source", "embed", "object", "sup", "br", "hr", "picture"}
)
