"""What the settings of each system say about signs and ends of lines, and what it does when they say nothing."""

from __future__ import annotations

from html import unescape
from typing import Any

from porting.readers.markdown import fields
from porting.readers.markdown.hugo.config import lowered
from porting.readers.markdown.text.quotes import ENGLISH, Signs
from porting.readers.markdown.text.typography import Typography

KRAMDOWN = ("", "kramdown", "kramdownparser")
GOLDMARK = ("leftsinglequote", "rightsinglequote", "leftdoublequote", "rightdoublequote")


def has_kramdown(settings: dict[str, Any]) -> bool:
    """Whether a Jekyll site's texts were read by kramdown, which is what it takes by itself."""
    return fields.text(settings.get("markdown")).lower() in KRAMDOWN


def of_jekyll(settings: dict[str, Any]) -> Typography | None:
    """Kramdown makes them unless its settings want others; the other readers of Markdown where ``smart`` is set."""
    if not has_kramdown(settings):
        said = [
            *fields.as_list(fields.mapping(settings.get("commonmark")).get("options")),
            *fields.as_list(fields.mapping(settings.get("redcarpet")).get("extensions")),
        ]
        return Typography() if "smart" in (fields.text(one).lower() for one in said) else None
    kramdown = fields.mapping(settings.get("kramdown"))
    quirks = fields.as_list(kramdown.get("gfm_quirks"), r"\s*,\s*")
    if "no_auto_typographic" in map(fields.text, quirks):
        return None
    return Typography(
        dashes=not kramdown.get("typographic_symbols"), quotes=_entities(kramdown.get("smart_quotes"))
    )


def _entities(said: Any) -> Signs | None:
    """``lsquo,rsquo,ldquo,rdquo``: names of entities, or their numbers; straight ones are none."""
    names = [
        fields.text(one).strip() for one in (said if isinstance(said, list) else fields.text(said).split(","))
    ]
    if len(names) != 4:
        return ENGLISH
    signs = [unescape(f"&#{name};" if name.isdigit() else f"&{name};") for name in names]
    return None if "".join(signs) == "''\"\"" else (signs[0], signs[1], signs[2], signs[3])


def has_breaks(markup: Any) -> bool:
    """Whether Hugo showed the ends of lines as such (``hardWraps``)."""
    found = lowered(lowered(lowered(markup).get("goldmark")).get("renderer"))
    return fields.truth(found.get("hardwraps"))


def of_hugo(markup: Any) -> Typography | None:
    """Goldmark makes them unless ``typographer`` is off; it may have signs of its own."""
    found: Any = markup
    for name in ("goldmark", "extensions"):
        found = lowered(lowered(found).get(name))
    said = found.get("typographer")
    if said is False or fields.truth(lowered(said).get("disable")):
        return None
    own = [
        unescape(fields.text(lowered(said).get(name))) or usual
        for name, usual in zip(GOLDMARK, ENGLISH, strict=True)
    ]
    return Typography(quotes=(own[0], own[1], own[2], own[3]), paired=True)


def of_zola(markdown: Any) -> Typography | None:
    """Zola makes them where ``smart_punctuation`` is on."""
    return Typography() if fields.truth(lowered(markdown).get("smart_punctuation")) else None
