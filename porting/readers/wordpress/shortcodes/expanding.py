"""Put what shortcodes mean in their place: finished blocks in slots, plain content where they only dressed it up."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.utils.translation import gettext as _

from porting.readers.wordpress.closing import closed
from porting.readers.wordpress.context import MAX_DEPTH, Body
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.providers import is_provider
from porting.readers.wordpress.shortcodes import boxes, builders, files, layout, lines, players, themes
from porting.readers.wordpress.shortcodes import pictures as picture_codes
from porting.readers.wordpress.shortcodes.code import take_code, unwrapped
from porting.readers.wordpress.shortcodes.grammar import Part, Shortcode, split_shortcodes
from porting.readers.wordpress.shortcodes.hidden import is_left_out

Expander = Callable[[Shortcode, Body], str | None]

BLOCKS: dict[str, Expander] = {
    **picture_codes.SHORTCODES,
    **players.SHORTCODES,
    **boxes.SHORTCODES,
    **builders.SHORTCODES,
}
LINES: dict[str, Expander] = lines.SHORTCODES
KNOWN = frozenset((*BLOCKS, *LINES, *layout.UNWRAPPED, *layout.DYNAMIC))
#: Nobody writes these in brackets but as a shortcode. Plain words, such as "note", need an attribute or a closing tag.
SURE = frozenset((
    "gallery", "caption", "embed", "audio", "video", "playlist", "youtube", "vimeo", "wpvideo", "videopress", "gist",
    "tweet", "soundcloud", "googlemaps", "googlevideo", "slideshow", "archives", "polldaddy", "crowdsignal", "scribd",
    "slideshare", "instagram", "dailymotion", "spotify", "flickr", "blip.tv", "nggallery", "tablepress", "gravityform",
    "gravityforms", "wpforms", "latexpage", "sitemap", "toc", "cincopa", "metaslider", "layerslider", "portfolio",
    "imagelist",
    *(name for name in KNOWN if "_" in name or "-" in name), *layout.UNWRAPPED_FAMILIES, *layout.PLUGINS,
))  # fmt: skip
_ALONE = re.compile(
    r"(?P<skip><(?P<raw>pre|code|script|style|textarea)\b.*?</(?P=raw)\s*>|<!--.*?-->)"
    r"|^[ \t]*(?:<p>)?[ \t]*(?P<url>https?://[^\s<>\"\[\]]+)[ \t]*(?:</p>|<br\s*/?>)?[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
#: Whom a form writes to, which no reader was told.
_SENT_TO = re.compile(
    r"(\b(?:to|b?cc|from|recipients?|(?:admin|notification|mail)_?(?:e?mail|to))\s*=\s*)([\"'])[^\"'@]*@[^\"']*\2",
    re.IGNORECASE,
)
_LINE_BEGINS = re.compile(r"(?:^|\n|<(?:p|div|li|td)[^>]*>)\s*$")
_LINE_ENDS = re.compile(r"\s*(?:$|\n|</(?:p|div|li|td)>)")

__all__ = ["expand", "take_code", "unwrapped"]


def expand(text: str, body: Body) -> str:
    """Return content in which no shortcode is left; ``take_code`` comes first."""
    text = closed(text)
    if "://" in text:
        text = _ALONE.sub(lambda match: _lonely_address(match, body), text)
    return _expand(text, body)


def _expand(text: str, body: Body) -> str:
    if "[" not in text or body.depth > MAX_DEPTH:
        return text
    body.depth += 1
    parts = list(split_shortcodes(text, SURE, KNOWN))
    done = [_shown(part, body, alone=_is_alone(parts, index)) for index, part in enumerate(parts)]
    body.depth -= 1
    return "".join(done)


def _is_alone(parts: list[Part], index: int) -> bool:
    """Whether a shortcode stands on a line of its own."""
    before = parts[index - 1].text if index else ""
    after = parts[index + 1].text if index + 1 < len(parts) else ""
    return bool(_LINE_BEGINS.search(before)) and bool(_LINE_ENDS.match(after))


def _lonely_address(match: re.Match[str], body: Body) -> str:
    """An address alone on its line is a player or a card when WordPress knew its provider, a link otherwise."""
    address = match["url"]
    if address is None:
        return match[0]
    address = address.replace("&amp;", "&").replace("&#038;", "&")
    if is_provider(address):
        body.constructs["embed"] += 1
        return f"\n\n{body.slots.put(embed_of(address))}\n\n"
    return match[0].replace(match["url"], f'<a href="{escape(address)}">{escape(address)}</a>')


def _shown(part: Part, body: Body, *, alone: bool) -> str:
    code = part.shortcode
    if code is None:
        return part.text
    if code.name == "[":
        return f"<code>{escape(code.source, quote=False)}</code>"
    if players.is_word(code):
        return code.source
    if is_left_out(code, body):
        return ""
    if code.name not in KNOWN and not layout.is_unwrapped(code.name):
        code = themes.without_prefix(code)
    body.constructs[f"[{code.name.lstrip('/')}]"] += 1
    if code.name in LINES:
        return _within_line(code, body)
    written = BLOCKS[code.name](code, body) if code.name in BLOCKS else None
    if written is not None:
        return f"\n\n{body.slots.put(written)}\n\n" if written else ""
    return _arranged(code, body, alone)


def _arranged(code: Shortcode, body: Body, alone: bool) -> str:
    """What no block says: a layout's content, a plugin's doing, or something nobody here knows."""
    if code.name.startswith("/"):
        return ""
    if code.name in layout.DYNAMIC and not files.is_named(code):
        return _kept(code, body, alone)
    if layout.is_unwrapped(code.name):
        return f"\n\n{builders.arranged(code, body, lambda: _expand(code.text, body))}\n\n"
    return _unknown(code, body, alone)


def _within_line(code: Shortcode, body: Body) -> str:
    return LINES[code.name](code, body) or _expand(code.text, body)


def _kept(code: Shortcode, body: Body, alone: bool) -> str:
    detail = _(
        "The shortcode %(code)s shows something a plugin made on the fly; its text was kept for review."
    )
    body.problem("shortcode", detail, code=code.source)
    shown = _SENT_TO.sub(r"\1\2…\2", code.source)
    typed = f"<code>{escape(shown, quote=False)}</code>"
    if not alone:
        return typed + _expand(code.text, body)
    markup = f"<p>{typed}</p>"
    inside = f"\n\n{_expand(code.text, body)}\n\n" if code.text.strip() else ""
    return f"\n\n{body.slots.put(body.kept(f'shortcode {code.name}', markup))}\n\n{inside}"


def _unknown(code: Shortcode, body: Body, alone: bool) -> str:
    """What nobody here knows: what it says is content; one that says too little is kept where it stood."""
    shown = themes.pictures_of(code, body) + themes.films_of(code, body) + files.files_of(code, body)
    if quoted := themes.said_by(code, body):
        detail = _("The shortcode %(code)s is not known; its words and pictures were kept without it.")
        body.problem("shortcode", detail, code=code.source)
        return f"\n\n{shown}{quoted}\n\n"
    if code.text.strip():
        detail = _("The shortcode %(code)s is not known; the text inside it was kept without it.")
    elif alone and themes.says_all(code) and (shown or any(themes.said(code, body))):
        detail = _("The shortcode %(code)s is not known; its words and pictures were kept without it.")
    else:
        return _kept(code, body, alone) + shown
    body.problem("shortcode", detail, code=code.source)
    before, after = themes.said(code, body)
    inner = shown + _expand(code.text, body)
    return f"\n\n{before}\n\n{inner}\n\n{after}\n\n" if before or after else inner
