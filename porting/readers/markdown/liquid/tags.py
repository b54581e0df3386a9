"""Single tags and includes of Liquid that show something: pictures, galleries, players, quotes."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import Any

from porting.readers.markdown.liquid import octopress
from porting.readers.markdown.text.embeds import PROVIDERS, embed, gist_file, video_address
from porting.readers.markdown.text.engine import render_inline
from porting.readers.markdown.text.masks import block

PARAMETER = re.compile(r"(?<![\w-])([\w-]++)\s*+=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")
WORD = re.compile(r"\"([^\"]*)\"|'([^']*)'|(\S+)")


def parameters(rest: str) -> dict[str, str]:
    """``name="value"`` pairs of a tag."""
    return {key: next((group for group in groups if group), "") for key, *groups in PARAMETER.findall(rest)}


def words(rest: str) -> list[str]:
    """The words of a tag that are no pairs."""
    bare = PARAMETER.sub(" ", rest)
    return [next((group for group in groups if group), "") for groups in WORD.findall(bare)]


def figure(address: str, values: dict[str, str]) -> str:
    """A picture with its caption from the parameters of an include."""
    alt = values.get("alt") or values.get("title") or ""
    image = f'<img src="{escape(address)}" alt="{escape(alt)}">'
    if values.get("link") or values.get("href"):
        image = f'<a href="{escape(values.get("link") or values["href"])}">{image}</a>'
    caption = values.get("caption") or values.get("description") or ""
    shown = render_inline(caption.strip()) if caption else ""
    return f"\n\n<figure>{image}<figcaption>{shown}</figcaption></figure>\n\n" if caption else image


def simple_tag(name: str, rest: str) -> str | None:
    """Tags of common plugins; None for one nobody knows."""
    if name in PROVIDERS:
        listed = words(rest)
        given = parameters(rest).get("id") or (listed[0] if listed else "")
        address = video_address(name, given)
        if name == "gist" and address and listed[1:]:
            address += gist_file(listed[1])
        return f"\n\n{embed(address)}\n\n" if address else None
    if name in ("img", "image", "figure", "picture", "responsive_image"):
        values = parameters(rest)
        values = values if values else octopress.image(rest)
        address = values.get("src") or values.get("path") or _place(rest)
        return figure(address, values) if address else None
    if name == "video":
        found = re.search(r"\S+\.(?:mp4|webm|ogv|mov)\b", rest)
        return f"\n\n{embed(found.group(0))}\n\n" if found else None
    return _of_the_site(rest)


def _of_the_site(rest: str) -> str | None:
    """A tag of the site's own that names a player and an id, or a picture."""
    listed = words(rest)
    for provider, given in pairwise(listed):
        address = video_address(provider.lower(), given) if provider.lower() in PROVIDERS else ""
        if address:
            return f"\n\n{embed(address)}\n\n"
    picture = next((word for word in listed if octopress.names_picture(word)), "")
    return figure(picture, parameters(rest)) if picture else None


def _place(rest: str) -> str:
    return next((word for word in words(rest) if re.search(r"[./]\w", word)), "")


def gallery(page: dict[str, Any], values: dict[str, str]) -> str:
    """Pictures a post lists in its fields (``gallery:`` of Minimal Mistakes), shown where the include stands."""
    listed = page.get(values.get("id") or "gallery")
    shown = []
    for entry in listed if isinstance(listed, list) else []:
        given = (
            {str(key): str(value) for key, value in entry.items()}
            if isinstance(entry, dict)
            else {"url": str(entry)}
        )
        address = given.get("image_path") or given.get("url") or ""
        if address:
            caption = f"<figcaption>{escape(given['title'])}</figcaption>" if given.get("title") else ""
            shown.append(
                f'<figure><img src="{escape(address)}" alt="{escape(given.get("alt", ""))}">{caption}</figure>'
            )
    if not shown:
        return ""
    caption = f"<figcaption>{escape(values['caption'])}</figcaption>" if values.get("caption") else ""
    return f'\n\n<figure data-block="gallery">{"".join(shown)}{caption}</figure>\n\n'


def quote(rest: str, inner: str, indent: str) -> str:
    """Octopress: ``{% blockquote Author, Work https://… title %}``."""
    address = re.search(r"https?://\S+", rest)
    who = rest[: address.start()] if address else rest
    author, _, work = who.strip().partition(",")
    work = work.strip() or (rest[address.end() :].strip() if address else "")
    shown = escape(author.strip()) + (f" <span data-role>{escape(work)}</span>" if work else "")
    cite = f' cite="{escape(address.group(0))}"' if address else ""
    footer = f"\n\n<footer>{shown}</footer>" if shown else ""
    return block(f"<blockquote{cite}>", inner.strip("\n") + footer, "</blockquote>", indent)
