"""Shortcodes that show pictures, films and things of other sites."""

from __future__ import annotations

import re
from html import escape

from porting.readers.markdown.shortcodes.use import Shortcode
from porting.readers.markdown.text.admonitions import plain_title
from porting.readers.markdown.text.embeds import PROVIDERS, embed, gist_file, video_address
from porting.readers.markdown.text.engine import render_inline


def provider(code: Shortcode, name: str) -> str | None:
    name = name.removesuffix("_simple").removesuffix("-lite").removesuffix("-enhanced")
    if name not in PROVIDERS:
        return None
    given = code.get(
        "id", "url", "src", "video", "hash", at=len(code.listed) - 1 if code.listed and name != "gist" else 0
    )
    if name == "gist":
        given = code.get("url") or "/".join(code.listed[:2]) or code.get("id")
    if name == "instagram":
        given = code.get("id", "url", at=0)
    address = video_address(name, given)
    file = code.get("file", at=2) if name == "gist" else ""
    if file and address:
        address += gist_file(file)
    begin = code.get("start")
    if name == "youtube" and "watch?v=" in address and begin.isdigit():
        address += f"&t={begin}s"
    return code.line(embed(address, code.get("caption"))) if address else None


def figure(code: Shortcode) -> str | None:
    source = code.get("src", "image", "url", "path", "link" if not code.get("src") else "src", at=0)
    if not source:
        return None
    alt = code.get("alt", "title") or (code.listed[1] if len(code.listed) > 1 else "")
    image = f'<img src="{escape(source)}" alt="{escape(plain_title(alt, code.masks))}">'
    link = code.get("link", "href") if code.get("src", "image") else ""
    if link:
        image = f'<a href="{escape(link)}">{image}</a>'
    title, caption = code.get("title"), code.get("caption") or code.inner.strip()
    parts = [
        f"<strong>{code.text(title)}</strong>" if title and caption else code.text(title),
        code.text(caption),
    ]
    credit = code.get("attr", "credits", "credit", "attribution")
    if credit:
        where = code.get("attrlink")
        parts.append(f'<a href="{escape(where)}">{code.text(credit)}</a>' if where else code.text(credit))
    shown = " ".join(part for part in parts if part)
    figure = f"<figure>{image}<figcaption>{shown}</figcaption></figure>" if shown else image
    return code.line(figure) if shown or code.flow else image


LINKED = r"(?:<a\s(?:[^<>]*\s)?href=(?P<href>\"[^\"<>]*\"|'[^'<>]*')[^<>]*>\s*)?"
PICTURE = re.compile(
    rf"{LINKED}(?P<image><img\b[^<>]*>)|\[!\[[^\[\]]*\]\([^()]*\)\]\([^()]*\)|!\[[^\[\]]*\]\([^()]*\)",
    re.IGNORECASE,
)


def gallery(code: Shortcode) -> str | None:
    """Its pictures, each with where it leads; with their captions where they have words."""
    found = list(PICTURE.finditer(code.inner))
    if not found:
        return None
    if "<figcaption" in code.inner and all(one["image"] for one in found):
        shown = re.sub(r"\n\s*", " ", code.inner.strip())
    else:
        shown = "".join(f"<figure>{_picture(one, code)}</figure>" for one in found)
    caption = code.get("caption", "title")
    below = f"<figcaption>{code.text(caption)}</figcaption>" if caption else ""
    return code.line(f'<figure data-block="gallery">{shown}{below}</figure>')


def _picture(found: re.Match[str], code: Shortcode) -> str:
    if not found["image"]:
        return render_inline(code.masks.restore(found.group(0)))
    return f"<a href={found['href']}>{found['image']}</a>" if found["href"] else found["image"]


def video(code: Shortcode) -> str | None:
    address = code.get("src", "url", "mp4", "webm", "file", at=0)
    return (
        code.line(embed(video_address("video", address) or address, code.get("caption", "title")))
        if address
        else None
    )
