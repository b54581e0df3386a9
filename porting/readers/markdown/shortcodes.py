"""Shortcodes of Hugo and Zola, by name, as the dialect's blocks. Of unknown ones all that reads stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from porting.readers.markdown.admonitions import KIND_OF, opening_tag, plain_title
from porting.readers.markdown.embeds import PROVIDERS, embed, video_address
from porting.readers.markdown.engine import render_inline
from porting.readers.markdown.masks import Masks, block, dedent
from porting.readers.markdown.notes import Notes, excerpt


@dataclass
class Shortcode:
    """One use of a shortcode. ``flow`` means it stands on lines of its own, ``closed`` that it had an end."""

    name: str
    named: dict[str, str]
    listed: list[str]
    inner: str
    closed: bool
    flow: bool
    indent: str
    masks: Masks
    notes: Notes
    find_post: Callable[[str], str]
    variables: dict[str, str] = field(default_factory=dict)

    def get(self, *names: str, at: int | None = None) -> str:
        """A parameter by one of its names, or by its place among those without."""
        for name in names:
            if self.named.get(name):
                return self.named[name]
        return self.listed[at] if at is not None and at < len(self.listed) else ""

    def line(self, html: str) -> str:
        """HTML that is a block of its own."""
        return f"\n\n{self.indent}{html}\n\n"

    def around(self, opening: str, closing: str) -> str:
        """HTML around what the shortcode holds."""
        return block(opening, self.inner, closing, self.indent)

    def text(self, markdown: str) -> str:
        """A parameter's Markdown as HTML of one line."""
        return render_inline(self.masks.restore(markdown).replace("\n", " ").strip())


def shortcode(code: Shortcode) -> str:
    """What stands in the text instead of the shortcode."""
    name = code.name.split("/")[-1].lower().removesuffix(".html")
    known = HANDLERS.get(name)
    made = known(code) if known else _provider(code, name)
    if made is not None:
        code.notes.count("shortcode")
        return made
    return unknown(code)


def _provider(code: Shortcode, name: str) -> str | None:
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
    return code.line(embed(address, code.get("caption"))) if address else None


def unknown(code: Shortcode) -> str:
    """Everything readable of a shortcode nobody knows: its pictures, titles and text."""
    said = excerpt(
        f"{code.name} {' '.join([*code.listed, *(f'{key}={value}' for key, value in code.named.items())])}"
    )
    fate = "its text was kept" if code.inner.strip() else "it was left out"
    code.notes.report(
        "shortcode",
        f"The shortcode “{said}” is not known here; {fate}.",
    )
    parts: list[str] = []
    source = code.get("src", "image", "img", "url", "file", "path")
    if re.search(r"\.(?:png|jpe?g|gif|webp|svg|avif)(?:$|\?)", source, re.IGNORECASE):
        parts.append(f'<img src="{escape(source)}" alt="{escape(code.get("alt", "title"))}">')
    elif re.match(r"https?://", source):
        parts.append(f'<a href="{escape(source)}">{escape(code.get("title", "text") or source)}</a>')
    parts += [
        code.text(code.named[name])
        for name in ("title", "caption", "text", "label", "description", "content")
        if code.named.get(name)
    ]
    if not code.flow:
        return " ".join([*parts, code.inner]) if parts else code.inner
    shown = "".join(f"{code.indent}<p>{part}</p>\n\n" for part in parts)
    inner = "\n".join(
        code.indent + line if line.strip() else "" for line in dedent(code.inner).strip("\n").split("\n")
    )
    return f"\n\n{shown}{inner}\n\n"


def _figure(code: Shortcode) -> str | None:
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
    credit = code.get("attr")
    if credit:
        where = code.get("attrlink")
        parts.append(f'<a href="{escape(where)}">{code.text(credit)}</a>' if where else code.text(credit))
    shown = " ".join(part for part in parts if part)
    figure = f"<figure>{image}<figcaption>{shown}</figcaption></figure>" if shown else image
    return code.line(figure) if shown or code.flow else image


def _gallery(code: Shortcode) -> str | None:
    if not code.inner.strip():
        return None
    images = re.findall(r"<img\b[^>]*>|!\[[^\]]*\]\([^)]*\)", code.inner)
    if not images:
        return None
    inner = [image if image.startswith("<") else render_inline(code.masks.restore(image)) for image in images]
    figures = "".join(f"<figure>{image}</figure>" for image in inner)
    caption = code.get("caption", "title")
    shown = f"<figcaption>{code.text(caption)}</figcaption>" if caption else ""
    return code.line(f'<figure data-block="gallery">{figures}{shown}</figure>')


def _note(code: Shortcode) -> str:
    name = code.name.split("/")[-1].lower()
    word = code.get("type", "kind", "level", "class", "context", "color", "style") or name
    titles = list(code.listed)
    if titles and titles[0].lower().removeprefix("alert-") in KIND_OF:
        word = titles.pop(0)
    word = word.lower().removeprefix("alert-")
    word = word if word in KIND_OF else "note"
    title = code.get("title", "header", "heading") or (
        titles[0] if titles and titles[0].lower() not in ("true", "false") else ""
    )
    inner = code.inner if code.closed else code.get("text", "content", at=1)
    return block(opening_tag(word, plain_title(title, code.masks)), inner, "</aside>", code.indent)


def _details(code: Shortcode) -> str:
    title = code.get("summary", "title", "header", "label", "name", at=0) or "Details"
    opened = " open" if code.get("open").lower() == "true" else ""
    return code.around(f"<details{opened}><summary>{code.text(title)}</summary>", "</details>")


def _tabs(code: Shortcode) -> str | None:
    if "data-item" not in code.inner:
        return None
    group = code.get("groupid", "groupId", "group")
    return code.around(
        f'<div data-block="tabs" data-group="{escape(group)}">' if group else '<div data-block="tabs">',
        "</div>",
    )


def _tab(code: Shortcode) -> str:
    title = code.get("header", "title", "name", "label", "tabName", at=0)
    language = code.get("lang", "language")
    inner = code.inner
    if language and "\ue000" not in inner.strip()[:2]:
        inner = f"\n```{language}\n{dedent(inner).strip(chr(10))}\n```\n"
    return block(
        f'<section data-item data-title="{escape(plain_title(title, code.masks))}">',
        inner,
        "</section>",
        code.indent,
    )


def _button(code: Shortcode) -> str | None:
    address = code.get("href", "link", "url", "relref", "target", at=0)
    label = (
        code.inner.strip()
        or code.get("text", "label", "content", "title")
        or (code.listed[1] if len(code.listed) > 1 else "")
    )
    if not address or not label:
        return None
    return code.line(f'<p data-block="button"><a href="{escape(address)}">{code.text(label)}</a></p>')


def _link(code: Shortcode) -> str | None:
    address = code.get("href", "url", at=0)
    label = (
        code.inner.strip()
        or code.get("content", "text", "title")
        or (code.listed[1] if len(code.listed) > 1 else address)
    )
    return f'<a href="{escape(address)}">{code.text(label)}</a>' if address else None


def _reference(code: Shortcode) -> str:
    wanted = code.get("path", at=0)
    path, _, anchor = wanted.partition("#")
    found = code.find_post(path)
    if not found and path:
        code.notes.report("links", f"No page is called “{wanted}”.")
    return (f"source:{found}" if found else path) + (f"#{anchor}" if anchor else "")


def _quote(code: Shortcode) -> str:
    author, work, address = (
        code.get("author", "name", "by", at=0),
        code.get("source", "title", "cite"),
        code.get("url", "link"),
    )
    address = address or (work if work.startswith("http") else "")
    shown = escape(author) + (f" <span data-role>{escape(work)}</span>" if work and work != address else "")
    cite = f' cite="{escape(address)}"' if address else ""
    footer = f"\n\n<footer>{shown}</footer>" if shown else ""
    return block(f"<blockquote{cite}>", dedent(code.inner).strip("\n") + footer, "</blockquote>", code.indent)


def _parameter(code: Shortcode) -> str | None:
    return code.variables.get(code.get("name", at=0).lower())


def _raw(code: Shortcode) -> str:
    return (
        code.line(code.masks.hide(code.masks.restore(dedent(code.inner).strip("\n"))))
        if code.inner.strip()
        else ""
    )


def _mermaid(code: Shortcode) -> str:
    return (
        f"\n\n{code.indent}"
        + code.masks.hide(f"```mermaid\n{dedent(code.masks.restore(code.inner)).strip(chr(10))}\n```")
        + "\n\n"
    )


def _math(code: Shortcode) -> str:
    inner = code.masks.restore(code.inner).strip()
    around = "" if inner.startswith(("$", "\\")) else "$$" if code.flow else "$"
    return code.masks.hide(escape(f"{around}{inner}{around}", quote=False))


def _video(code: Shortcode) -> str | None:
    address = code.get("src", "url", "mp4", "webm", "file", at=0)
    return (
        code.line(embed(video_address("video", address) or address, code.get("caption", "title")))
        if address
        else None
    )


def _children(code: Shortcode) -> str:
    if not code.flow:
        return code.inner
    return (
        "\n\n"
        + "\n".join(
            code.indent + line if line.strip() else "" for line in dedent(code.inner).strip("\n").split("\n")
        )
        + "\n\n"
    )


def _nothing(_code: Shortcode) -> str:
    return ""


NOTES = "admonition notice alert callout note tip info warning danger caution important hint message success error"
HANDLERS: dict[str, Callable[[Shortcode], str | None]] = (
    dict.fromkeys(["figure", "image", "img", "picture", "fig", "imgproc", "lazyimg", "resize_image"], _figure)
    | dict.fromkeys(["gallery", "image-gallery", "lightgallery", "galleries"], _gallery)
    | dict.fromkeys(NOTES.split(), _note)
    | dict.fromkeys(
        ["details", "expand", "collapse", "spoiler", "fold", "accordion-item", "accordionitem", "detail"],
        _details,
    )
    | dict.fromkeys(["tabs", "tabpane", "tabgroup", "codetabs"], _tabs)
    | dict.fromkeys(["tab", "codetab", "tab-item"], _tab)
    | dict.fromkeys(["button", "btn", "cta"], _button)
    | dict.fromkeys(["link", "extlink", "external", "a"], _link)
    | dict.fromkeys(["ref", "relref"], _reference)
    | dict.fromkeys(["quote", "blockquote", "epigraph"], _quote)
    | dict.fromkeys(["rawhtml", "html", "raw", "unsafe"], _raw)
    | dict.fromkeys(["mermaid", "diagram"], _mermaid)
    | dict.fromkeys(["katex", "math", "latex", "tex"], _math)
    | dict.fromkeys(["video", "audio", "mp4", "webm", "asset_video"], _video)
    | dict.fromkeys(
        [
            "lead",
            "columns",
            "column",
            "row",
            "col",
            "center",
            "left",
            "right",
            "accordion",
            "steps",
            "markdown",
            "md",
            "section",
            "div",
            "block",
        ],
        _children,
    )
    | dict.fromkeys(["toc", "icon", "ad", "ads", "clearfix", "br", "table_of_contents"], _nothing)
    | {"param": _parameter}
)
