"""The React components blogs use, by name, as the dialect's blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown.mdx.elements import IMAGE_ATTRIBUTES, TEXT_ATTRIBUTES, Element
from porting.readers.markdown.text.admonitions import opening_tag
from porting.readers.markdown.text.code import CodeInfo, code_html, normal_lines
from porting.readers.markdown.text.embeds import embed, video_address
from porting.readers.markdown.text.masks import block, dedent
from porting.readers.markdown.text.notes import excerpt


def component(element: Element) -> str:
    """A component as HTML and Markdown. Unknown ones keep their children, their texts and their pictures."""
    known = COMPONENTS.get(element.tag.name.lower())
    if known:
        element.notes.count("jsx")
        return known(element)
    return unknown(element)


def unknown(element: Element) -> str:
    """All a reader could see of a component nobody knows, and a word in the report."""
    name = element.tag.name
    written = excerpt(f"{name} {element.tag.attributes or ''}", 80)
    detail = _(
        "The component <%(name)s> is not known here; its text, pictures and links were kept (%(written)s)."
    )
    element.notes.report("jsx", detail % {"name": name, "written": written})
    parts: list[str] = []
    source = element.get(*IMAGE_ATTRIBUTES)
    if source and re.search(r"\.(?:png|jpe?g|gif|webp|svg|avif)\b", source, re.IGNORECASE):
        parts.append(f'<img src="{escape(source)}" alt="{escape(element.get("alt"))}">')
    elif source:
        parts.append(f'<a href="{escape(source)}">{escape(element.get("title", "alt") or source)}</a>')
    texts = [element.get(name) for name in TEXT_ATTRIBUTES if element.get(name) not in ("", "true", "false")]
    parts += [escape(found) for found in texts]
    address = element.get("href", "to", "url")
    if address and address not in element.inner:
        parts.append(
            f'<a href="{escape(address)}">{escape(address if texts or element.inner.strip() else address)}</a>'
        )
    if not element.flow:
        return " ".join([*parts, element.inner]).strip() if parts else element.inner
    shown = "".join(f"{element.indent}<p>{part}</p>\n\n" for part in parts)
    return f"\n\n{shown}{_children(element)}\n\n"


def _children(element: Element) -> str:
    lines = dedent(element.inner).strip("\n").split("\n")
    return "\n".join(element.indent + line if line.strip() else "" for line in lines)


def _tabs(element: Element) -> str:
    group = element.get("groupId", "queryString")
    named = f' data-group="{escape(group)}"' if group and group != "true" else ""
    values = element.masks.restore(element.tag.expressions.get("values", ""))
    inner = element.inner
    for label, value in _labels(values):
        inner = inner.replace(f'data-title="{escape(value)}"', f'data-title="{escape(label)}"')
    return block(f'<div data-block="tabs"{named}>', inner, "</div>", element.indent)


def _labels(values: str) -> list[tuple[str, str]]:
    """Older Docusaurus names its tabs in one list: ``values={[{label: 'macOS', value: 'mac'}]}``."""
    found = []
    for entry in re.findall(r"\{[^{}]*\}", values):
        label = re.search(r"label:\s*[\"'`]([^\"'`]*)", entry)
        value = re.search(r"value:\s*[\"'`]([^\"'`]*)", entry)
        if label and value:
            found.append((label.group(1), value.group(1)))
    return found


def _tab(element: Element) -> str:
    title = element.get("label", "title", "value")
    return block(
        f'<section data-item data-title="{escape(title)}">', element.inner, "</section>", element.indent
    )


def _details(element: Element) -> str:
    summary = element.get("summary", "title", "label")
    shown = f"<summary>{escape(summary)}</summary>" if summary and "<summary" not in element.inner else ""
    return block(f"<details>{shown}", element.inner, "</details>", element.indent)


def _admonition(element: Element) -> str:
    kind = element.get("type", "kind", "variant") or element.tag.name
    kind = "note" if kind.lower() in ("admonition", "callout", "alert", "aside") else kind
    return block(opening_tag(kind, element.get("title")), element.inner, "</aside>", element.indent)


def _quote(element: Element) -> str:
    who, work = element.get("author", "by", "name", "attribution"), element.get("source", "work", "title")
    address = element.get("url", "href", "cite") or (work if work.startswith(("http://", "https://")) else "")
    role = f" <span data-role>{escape(work)}</span>" if work and work != address else ""
    cite = f' cite="{escape(address)}"' if address else ""
    inner = dedent(element.inner).strip("\n") or escape(element.get("text", "quote", "content"))
    footer = f"\n\n<footer>{escape(who)}{role}</footer>" if who or role else ""
    return block(f"<blockquote{cite}>", inner + footer, "</blockquote>", element.indent)


def _steps(element: Element) -> str:
    return f"\n\n{_children(element)}\n\n"


def _image(element: Element) -> str:
    sources = element.masks.restore(
        element.tag.expressions.get("sources", "") or element.tag.expressions.get("source", "")
    )
    light = re.search(r"[\"'`]([^\"'`]+\.\w+)[\"'`]", sources)
    source = (
        element.get("src", "img", "image", "source") or (light.group(1) if light else "") or _hosted(element)
    )
    if not source:
        return unknown(element)
    title = element.get("title")
    image = f'<img src="{escape(source)}" alt="{escape(element.get("alt"))}"' + (
        f' title="{escape(title)}">' if title else ">"
    )
    caption = element.get("caption", "figcaption") or (element.inner.strip() if element.flow else "")
    if not caption or not element.flow:
        return image + (f" {caption}" if caption else "")
    return f"\n\n{element.indent}<figure>{image}<figcaption>{_inline(element, caption)}</figcaption></figure>\n\n"


def _hosted(element: Element) -> str:
    """The address of a picture that a service for pictures knows by a name."""
    name, cloud = element.get("publicId"), element.get("cloudName", "cloud")
    return f"https://res.cloudinary.com/{cloud}/image/upload/{name}" if name and cloud else ""


def _inline(element: Element, text: str) -> str:
    from porting.readers.markdown.text.engine import render_inline

    return render_inline(element.masks.restore(text).replace("\n", " "))


def _embed(provider: str) -> Callable[[Element], str]:
    def made(element: Element) -> str:
        given = element.get(
            "url",
            "id",
            "videoId",
            "youTubeId",
            "tweetId",
            "tweetLink",
            "link",
            "src",
            "href",
            "hash",
            "video",
        )
        address = video_address(provider, given or element.inner.strip())
        if not address:
            return unknown(element)
        caption = element.get("caption", "title") if provider != "x" else ""
        return f"\n\n{element.indent}{embed(address, caption)}\n\n"

    return made


def _link(element: Element) -> str:
    inner = element.inner.strip() or escape(element.get("label", "text", "children"))
    address = element.get("to", "href", "url")
    return f'<a href="{escape(address)}">{inner}</a>' if address else element.inner


def _code(element: Element) -> str:
    inner = element.masks.restore(element.inner).strip()
    whole = re.fullmatch(r"\{\s*`(.*)`\s*\}", inner, re.DOTALL)
    code = element.get("children", "code") or (whole.group(1) if whole else inner)
    title, language = element.get("title"), element.get("language", "lang")
    if not code.strip():
        return unknown(element)
    language = language or element.get("className").replace("language-", "")
    info = CodeInfo(
        language, title, normal_lines(element.get("metastring")), bool(element.get("showLineNumbers"))
    )
    return f"\n\n{element.indent}{element.masks.hide(code_html(dedent(code).strip(chr(10)), info))}\n\n"


def _nothing(_element: Element) -> str:
    return ""


YOUTUBE = "youtube youtubeembed liteyoutubeembed liteyoutube lite-youtube youtubevideo ytembed"
NOTES = "admonition callout note tip info warning danger caution important aside alert"
PICTURES = (
    "img image idealimage themedimage figure picture zoomableimage blogimage nuxtimg nuxtpicture nextimage "
    "gatsbyimage staticimage imgix ixpicture imgixpicture cldimage cloudinaryimage cloudinarypicture "
    "optimizedimage responsiveimage lazyimage astroimage"
)
COMPONENTS: dict[str, Callable[[Element], str]] = (
    dict.fromkeys(YOUTUBE.split(), _embed("youtube"))
    | dict.fromkeys(NOTES.split(), _admonition)
    | dict.fromkeys(["vimeo", "vimeoembed"], _embed("vimeo"))
    | dict.fromkeys(["tweet", "twittertweetembed", "tweetembed", "twitterembed"], _embed("x"))
    | dict.fromkeys(["reactplayer", "player", "video", "videoplayer"], _embed("video"))
    | dict.fromkeys(["codepen", "codesandbox", "gist", "spotify"], _embed("address"))
    | dict.fromkeys(PICTURES.split(), _image)
    | dict.fromkeys(["link", "a", "anchor"], _link)
    | dict.fromkeys(["head"], _nothing)
    | dict.fromkeys(["quote", "blockquote"], _quote)
    | dict.fromkeys(["steps", "filetree"], _steps)
    | {"tabs": _tabs, "tabitem": _tab, "tab": _tab, "details": _details, "codeblock": _code, "code": _code}
)
