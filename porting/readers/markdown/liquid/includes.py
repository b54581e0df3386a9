"""Includes of Jekyll: players, pictures and galleries by their names, others from the site's own templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from porting.readers.markdown.liquid.flow import Flow
from porting.readers.markdown.liquid.tags import PARAMETER, figure, gallery, words
from porting.readers.markdown.liquid.values import Known, Unknown, look_up, to_text
from porting.readers.markdown.text.code import fence_html
from porting.readers.markdown.text.embeds import PROVIDERS, embed, video_address
from porting.readers.markdown.text.engine import render_inline
from porting.readers.markdown.text.masks import TOKEN, Masks, hide_raw, mask
from porting.readers.markdown.text.notes import Notes, excerpt

PICTURES = "figure image img picture responsive_image lazyload post-image lightbox"
PICTURE_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif)$", re.IGNORECASE)
COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
BLOCK = re.compile(
    r"\s*<(?:address|article|aside|audio|blockquote|center|details|div|dl|figure|footer|form|h[1-6]|header|hr|iframe"
    r"|main|nav|ol|p|pre|script|section|style|table|ul|video)\b",
    re.IGNORECASE,
)
ADDRESSES = ("src", "url", "image_path", "file", "image", "path", "img")
SILENT = ("JB/setup",)  # of Jekyll-Bootstrap, which shows nothing
TEXTS = ("title", "caption", "text", "content", "description", "quote")
DEEPEST = 8  # includes in includes
MOST = 500  # includes of one text; a long one counts as several

ReadInclude = Callable[[str, bool], str | None]


@dataclass
class Includes:
    """``read`` gives an include's template, or a file beside the post; None when there is none."""

    notes: Notes
    masks: Masks
    page: dict[str, Any]
    read: ReadInclude
    highlights: Callable[..., str] = lambda text, shown=None: text
    depth: int = 0
    built: int = 0

    def tag(self, name: str, rest: str, flow: Flow) -> str | None:
        """What an include shows; None for another tag."""
        if name not in ("include", "include_cached", "include_relative"):
            return None
        rest = replace(flow).build(self.masks.restore(rest))
        listed = words(rest)
        path = listed[0] if listed else ""
        given = parameters(rest, flow.scope)
        if name == "include_relative":
            made = self._template(path, given, flow, beside=True)
        else:
            made = self._include(path, given, flow)
        if made is None and flow.strict:
            raise Unknown(path)
        return self._texts(path, shown(given)) if made is None else made

    def _include(self, path: str, given: dict[str, Any], flow: Flow) -> str | None:
        values, name = shown(given), re.sub(r"\.\w+$", "", path.rsplit("/", 1)[-1]).lower()
        address = next((values[key] for key in ADDRESSES if values.get(key)), "")
        made = self._video(name, values, address) or (gallery(self.page, values) if name == "gallery" else "")
        if not made and address and name in PICTURES.split():
            made = figure(address, values)
        if made:
            self.notes.count("liquid")
            return made
        built = self._template(path, given, flow)
        if built is None and PICTURE_FILE.search(address):
            self.notes.count("liquid")
            return figure(address, values)
        return built

    def _video(self, name: str, values: dict[str, str], address: str) -> str:
        provider = (values.get("provider") or next((one for one in PROVIDERS if one in name), "")).lower()
        given = values.get("id") or values.get("video_id") or values.get("video") or address
        target = video_address(provider, given) if provider and provider != "x" or "tweet" in name else ""
        return f"\n\n{embed(target, values.get('caption', ''))}\n\n" if target else ""

    def _texts(self, path: str, values: dict[str, str]) -> str:
        """Of an include nobody knows: the texts and the address it was given."""
        if path in SILENT:
            return ""
        texts = [values[key] for key in TEXTS if values.get(key)]
        address = next((values[key] for key in ADDRESSES if values.get(key)), "")
        detail = (
            _("The include %(name)s is not known here; its texts were kept.")
            if texts
            else _("The include %(name)s is not known here; it was left out.")
        )
        self.notes.report("liquid", detail % {"name": excerpt(path)})
        return "\n\n".join(texts) + (f' <a href="{escape(address)}">{escape(address)}</a>' if address else "")

    def _template(self, path: str, given: dict[str, Any], flow: Flow, *, beside: bool = False) -> str | None:
        """The site's own template with the values put in; None when there is none or it needs what nobody knows."""
        text = self.read(path, beside) if self.depth < DEEPEST and self.built < MOST else None
        if text is None:
            return None
        is_markdown = beside or path.lower().endswith((".md", ".markdown"))
        text = self._masked(COMMENT.sub("", text), whole=is_markdown)
        scope = Known({**flow.scope, "include": given}, flow.scope.dynamic)
        self.depth, self.built = self.depth + 1, self.built + 1 + len(text) // 10_000
        try:
            made = replace(flow, scope=scope, strict=True, markdown=inline).build(text)
        except (Unknown, RecursionError):  # blocks in blocks of includes in includes
            return None
        finally:
            self.depth -= 1
        flow.scope.update({name: value for name, value in scope.items() if name != "include"})
        self.notes.count("liquid")
        if not is_markdown:
            made = hide_raw(made, self._hidden_code)
        return made if flow.strict else placed(made, is_markdown)

    def _masked(self, text: str, *, whole: bool) -> str:
        """With code out of sight, as in the text it goes into."""
        if not whole:
            return hide_raw(self.highlights(text, lambda info, code: fence_html(code, info)), self._hidden)
        text, masks = mask(self.highlights(text))
        return TOKEN.sub(lambda found: self.masks.hide(masks.restore(found.group(0))), text)

    def _hidden_code(self, raw: str) -> str:
        return self.masks.hide(raw) if raw[:4].lower() == "<pre" else raw

    def _hidden(self, raw: str) -> str:
        return "" if raw.startswith("<!--") else raw if "{{" in raw else self.masks.hide(raw)


def parameters(rest: str, scope: Known) -> dict[str, Any]:
    """``name="text"`` and ``name=value``; a value that is nothing here is taken as it is written."""
    found: dict[str, Any] = {}
    for key, double, single, bare in PARAMETER.findall(rest):
        try:
            found[key] = look_up(bare, scope) if bare else double or single
        except Unknown:
            found[key] = None
        if bare and found[key] is None and not re.search(r"[.\[]|^(?:nil|null)$", bare):
            found[key] = bare
    return found


def shown(values: dict[str, Any]) -> dict[str, str]:
    """The values that are texts or numbers, as texts."""
    return {key: to_text(value) for key, value in values.items() if not isinstance(value, dict | list)}


def inline(text: str) -> str:
    """Markdown in a template: a line stays one, more of it stands in blank lines and is read with the text."""
    return f"\n\n{text}\n\n" if re.search(r"\n\s*\n", text.strip()) else render_inline(text.strip())


def placed(made: str, is_markdown: bool) -> str:
    """A template's HTML as one piece of a text in Markdown: no blank line ends it, no indentation makes it code."""
    if is_markdown or "<" not in made or 'markdown="' in made:
        return f"\n\n{made.strip()}\n\n" if "\n" in made.strip() else made.strip("\n")
    lines = [line.strip() for line in made.split("\n") if line.strip()]
    html = "\n".join(lines)
    return f"\n\n{html}\n\n" if BLOCK.match(html) else html
