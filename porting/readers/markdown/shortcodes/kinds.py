"""Shortcodes of Hugo and Zola, by name, as the dialect's blocks. Of unknown ones all that reads stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown import fields
from porting.readers.markdown.shortcodes import programs
from porting.readers.markdown.shortcodes.cards import article, repository
from porting.readers.markdown.shortcodes.media import figure, gallery, provider, video
from porting.readers.markdown.shortcodes.notes import sidenote, tooltip
from porting.readers.markdown.shortcodes.use import Shortcode
from porting.readers.markdown.text.admonitions import KIND_OF, opening_tag, plain_title
from porting.readers.markdown.text.masks import block, dedent
from porting.readers.markdown.text.notes import excerpt

PICTURE = re.compile(r"^[^\s\"'<>]+\.(?:png|jpe?g|gif|webp|svg|avif)(?:$|\?)", re.IGNORECASE)

PROSE = re.compile(
    r"(?:(?<![^\W\d_])[^\W\d_]++[^\w\s]{0,2}\s++[^\w\s]{0,2}){2}[^\W\d_]|[\u3040-\u30ff\u4e00-\u9fff]{6}"
)
# Without a name, two words in quotes are enough, and two signs of a script that has no spaces.
SPOKEN = re.compile(
    r"^[^/=<>]*?(?<![^\W\d_])[^\W\d_]{2,}+[^\w\s]{0,2}\s++[^\w\s]{0,2}[^\W\d_]|[\u3040-\u30ff\u4e00-\u9fff]{2}"
)
NAMELESS_TAB = '<section data-item data-title="">'
TEXTS = ("title", "header", "subheader", "caption", "text", "label", "description", "content")
LOOKS = ("class", "style", "id", "sizes", "srcset", "alt", "attr", "attributes", "options", "allow")


def shortcode(code: Shortcode) -> str:
    """What stands in the text instead of the shortcode."""
    name = code.name.split("/")[-1].lower().removesuffix(".html")
    known = HANDLERS.get(name)
    made = known(code) if known else provider(code, name)
    if made is not None:
        code.notes.count("shortcode")
        return made
    return unknown(code)


def unknown(code: Shortcode) -> str:
    """Everything readable of a shortcode nobody knows: its pictures, titles and text."""
    said = excerpt(
        f"{code.name} {' '.join([*code.listed, *(f'{key}={value}' for key, value in code.named.items())])}"
    )
    alt = escape(code.get("alt", "title"))
    pictures = fields.unique(value for value in (*code.named.values(), *code.listed) if PICTURE.search(value))
    parts = [f'<img src="{escape(one)}" alt="{alt}">' for one in pictures]
    source = code.get("src", "image", "img", "url", "file", "path")
    if not pictures and re.match(r"https?://", source):
        parts.append(f'<a href="{escape(source)}">{escape(code.get("title", "text") or source)}</a>')
    parts += [code.text(value) for value in _sentences(code)]
    detail = (
        _("The shortcode “%(code)s” is not known here; its text was kept.")
        if parts or code.inner.strip()
        else _("The shortcode “%(code)s” is not known here; it was left out.")
    )
    code.notes.report("shortcode", detail % {"code": said})
    if not code.flow:
        return " ".join([*parts, code.inner]) if parts else code.inner
    shown = "".join(f"{code.indent}<p>{part}</p>\n\n" for part in parts)
    return f"\n\n{shown}{code.indented()}\n\n"


def _sentences(code: Shortcode) -> list[str]:
    """Parameters a reader read: those with a name for it, and whatever else has a few words in a row."""
    prose = {name: value for name, value in code.named.items() if PROSE.search(value)}
    told = [name for name in code.named if name in TEXTS or name in prose and name.lower() not in LOOKS]
    if any(name in prose for name in told):
        told += [name for name in code.named if name in ("author", "by", "source") and name not in told]
    listed = [value for value in code.listed if SPOKEN.search(value)]
    return [*(code.named[name] for name in told if code.named[name]), *listed]


def _note(code: Shortcode) -> str:
    name = code.name.split("/")[-1].lower()
    word = code.get("type", "kind", "level", "class", "context", "color", "style", "theme", "variant") or name
    titles = list(code.listed)
    if name == "alert" and titles and titles[0].lower().removeprefix("alert-") not in KIND_OF:
        titles = []  # the name of an icon
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
    _name_tabs(code)
    return code.around(
        f'<div data-block="tabs" data-group="{escape(group)}">' if group else '<div data-block="tabs">',
        "</div>",
    )


def _name_tabs(code: Shortcode) -> None:
    """Names of tabs that stand in front of all of them: ``{{< tabs "A" "B" >}}``, ``{{< tabs items="A,B" >}}``."""
    names = [name.strip() for name in code.get("items", "names", "labels", "tabs", "titles").split(",")]
    nameless = code.inner.count(NAMELESS_TAB)
    # A single word in front of several tabs is what its page calls all of them.
    names = [name for name in names if name] or (code.listed if len(code.listed) >= nameless else [])
    if not nameless:
        return
    for name in names[:nameless]:
        title = escape(plain_title(name, code.masks))
        code.inner = code.inner.replace(NAMELESS_TAB, NAMELESS_TAB.replace('""', f'"{title}"'), 1)
    lost = names[nameless:]
    if lost:
        said = _("Names of tabs that are not there were left out: %(names)s")
        code.notes.report("shortcode", said % {"names": excerpt(", ".join(lost))})


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
    path, _sign, anchor = wanted.partition("#")
    found = code.find_post(path)
    if not found and path:
        code.notes.report("links", _("No page is called “%(name)s”.") % {"name": wanted})
    address = (f"source:{found}" if found else path) + (f"#{anchor}" if anchor else "")
    in_link = code.before in "(\"'<=" or code.before == "/"
    return address if in_link else f"[{path or anchor}](<{address}>)"


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


def _qr(code: Shortcode) -> str | None:
    """A square to photograph says nothing here that its text does not."""
    text = code.masks.restore(code.get("text", at=0) or code.inner).strip()
    if not text:
        return None
    code.notes.report("images", _("A QR code became what it says: %(text)s") % {"text": excerpt(text)})
    shown = (
        f'<a href="{escape(text)}">{escape(text)}</a>' if re.match(r"https?://\S+$", text) else escape(text)
    )
    return code.line(f"<p>{shown}</p>") if code.flow else shown


def _raw(code: Shortcode) -> str:
    html = code.masks.restore(dedent(code.inner).strip("\n"))
    if not html.strip():
        return ""
    return code.line(code.masks.hide(html)) if code.flow else code.masks.hide(html)


def _math(code: Shortcode) -> str:
    inner = code.masks.restore(code.inner).strip()
    around = "" if inner.startswith(("$", "\\")) else "$$" if code.flow else "$"
    return code.masks.hide(escape(f"{around}{inner}{around}", quote=False))


def _children(code: Shortcode) -> str:
    return f"\n\n{code.indented()}\n\n" if code.flow else code.inner


def _nothing(_code: Shortcode) -> str:
    return ""


NOTES = "admonition notice alert callout note tip info warning danger caution important hint message success error"
HANDLERS: dict[str, Callable[[Shortcode], str | None]] = (
    dict.fromkeys(["figure", "image", "img", "picture", "fig", "imgproc", "lazyimg", "resize_image"], figure)
    | dict.fromkeys(["gallery", "image-gallery", "lightgallery", "galleries"], gallery)
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
    | dict.fromkeys(["sidenote", "marginnote", "margin-note", "side-note", "footnote", "sn", "mn"], sidenote)
    | dict.fromkeys(["tooltip", "abbr", "abbreviation", "term", "glossary"], tooltip)
    | dict.fromkeys(["mermaid", "diagram"], programs.mermaid)
    | dict.fromkeys(programs.LANGUAGES, programs.drawn)
    | dict.fromkeys(programs.SCRIPTS, programs.script)
    | dict.fromkeys(["katex", "math", "latex", "tex"], _math)
    | dict.fromkeys(["video", "audio", "mp4", "webm", "asset_video"], video)
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
            "code",
            "codeblock",
        ],
        _children,
    )
    | dict.fromkeys(
        [
            "toc",
            "icon",
            "fa-icon",
            "fontawesome",
            "ad",
            "ads",
            "clearfix",
            "br",
            "table_of_contents",
            "comment",
        ],
        _nothing,
    )
    | dict.fromkeys(["github", "gitea", "forgejo", "codeberg"], repository)
    | {"param": _parameter, "qr": _qr, "article": article}
)
