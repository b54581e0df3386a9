"""Code in all the forms that plugins save it in."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborNode

from porting.readers.wordpress.autop import paragraphs
from porting.readers.wordpress.markup.writer import Writer, classes

_IN_CLASS = re.compile(
    r"(?:^|[\s;])(?:language|lang|highlight|brush|source|code)[-:]\s*([\w+#.-]+)", re.IGNORECASE
)
_LINES_IN_CLASS = re.compile(r"(?:highlight|mark)\s*:\s*\[?([\d,\s-]+)\]?")
_TITLE_IN_CLASS = re.compile(r"title:\s*(?:'([^']*)'|\"([^\"]*)\"|([^\s;]+))")
_LANGUAGES = ("data-language", "data-lang", "data-enlighter-language", "lang", "syntax", "data-code-lang")
_TITLES = ("data-title", "data-file", "data-enlighter-title", "data-filename", "title")
_LINES = ("data-line", "data-enlighter-highlight", "data-highlight", "data-mark", "mark")
_FRAMES = {
    "hcb_wrap", "wp-block-kevinbatdorf-code-block-pro", "code-block-pro", "wp-block-code", "highlight", "code-toolbar",
    "wp-block-codemirror-blocks-code-block", "code-wrapper",
}  # fmt: skip
_LINED_UP = re.compile(r"^[ \t]+\S|\t| {3}", re.MULTILINE)
_NO_LANGUAGE = {"generic", "raw", "plain", "text", "none", "default", "undefined", "theme", "block"}


def block(text: str, language: str = "", title: str = "", lines: str = "", *, numbers: bool = False) -> str:
    """A code block of the dialect; the text is final."""
    found = {
        "data-language": "" if language.lower() in _NO_LANGUAGE else language.lower(),
        "data-title": title.strip(),
        "data-lines": re.sub(r"\s+", "", lines).strip(","),
    }
    written = "".join(f' {name}="{escape(value)}"' for name, value in found.items() if value)
    return f"<pre{written}{' data-numbers' if numbers else ''}><code>{escape(text, quote=False)}</code></pre>"


def preformatted(node: LexborNode, writer: Writer) -> str | None:
    """Preformatted text: code, verses and all else keep their lines."""
    for gutter in node.css(".linenos, .lineno, .line-number, .line-numbers-rows, td.gutter"):
        gutter.decompose()
    around = [node, *node.css("code"), *(n for n in (node.parent, node.parent and node.parent.parent) if n)]
    text = _text(node).strip("\n")
    if not text.strip():
        return ""
    if node.css("a, img, strong, em, b, i") and not node.css("code"):
        prose = _prose(node, text, writer) if not _language(around) else None
        if prose is not None:
            return prose
        writer.body.problem("formatting", _("Links or emphasis inside preformatted text became plain text."))
    named = node.attributes.get("class") or ""
    lines = _LINES_IN_CLASS.search(named)
    title = _TITLE_IN_CLASS.search(named)
    return block(
        text,
        _language(around),
        next((t for t in (title.groups() if title else ()) if t), "") or _attribute(around[:2], _TITLES),
        (lines[1] if lines else "") or _attribute(around[:2], _LINES),
        numbers="line-numbers" in named or node.attributes.get("line") is not None,
    )


def _prose(node: LexborNode, text: str, writer: Writer) -> str | None:
    """Sentences with links in them are no code, though somebody wanted a box around them.

    None for what has no links, or is lined up with spaces: of that, the report names where the links led.
    """
    addresses = [link.attributes.get("href") or "#" for link in node.css("a")]
    addresses = [address for address in addresses if not address.startswith("#")]
    if not addresses:
        return None
    if _LINED_UP.search(text) or node.css("div, p, li, td"):
        told = _("A link in preformatted text became plain text: %(address)s")
        for address in dict.fromkeys(addresses):
            writer.body.problem("links", told, address=address[:300])
        return None
    writer.body.problem(
        "code", _("Preformatted text became a paragraph, so that the links in it stay links.")
    )
    return writer.fragment(paragraphs((node.inner_html or "").strip("\n")))


def framed(node: LexborNode, writer: Writer) -> str | None:
    """A plugin's box around code: only the code is the author's, the rest are its buttons."""
    if not classes(node) & _FRAMES:
        return None
    inner = node.css("pre")
    caption = node.css_first("figcaption")
    if not inner or len(inner) > 1:
        return None
    said = f"<p>{writer.children(caption)}</p>" if caption is not None else ""
    return (preformatted(inner[0], writer) or "") + said


def crayon(node: LexborNode, writer: Writer) -> str | None:
    """Code a highlighter has already coloured, with line numbers in a table of their own."""
    if not classes(node) & {
        "crayon-syntax",
        "syntaxhighlighter",
        "wp_syntax",
        "urvanov-syntax-highlighter-syntax",
    }:
        return None
    lines = node.css(".crayon-code .crayon-line, .code .line, .urvanov-syntax-highlighter-line")
    plain = node.css_first("textarea")
    if plain is not None:
        return block(plain.text() or "", _language([node]))
    if lines:
        return block("\n".join((line.text() or "").rstrip("\n") for line in lines), _language([node]))
    inner = node.css("pre")
    return preformatted(inner[-1], writer) if inner else None


def _text(node: LexborNode) -> str:
    """The characters, with line breaks for ``br`` and for lines wrapped in elements of their own."""
    parts: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            parts.append(child.text_content or "")
        elif child.tag == "br":
            parts.append("\n")
        elif child.tag in {"div", "p", "li", "tr"}:
            parts.append(_text(child).rstrip("\n") + "\n")
        elif child.tag not in {"-comment", "_comment", "button", "style", "script"}:
            parts.append(_text(child))
    return "".join(parts)


def _language(nodes: list[LexborNode]) -> str:
    for node in nodes:
        for found in _IN_CLASS.findall(node.attributes.get("class") or ""):
            if found.lower() not in {"block", "toolbar", "wrapper", "snippet"}:
                return found
        if node.tag in {"pre", "code", "div", "figure"}:
            value = _attribute([node], _LANGUAGES)
            if value:
                return value
    return ""


def _attribute(nodes: list[LexborNode], names: tuple[str, ...]) -> str:
    for node in nodes:
        for name in names:
            if node.attributes.get(name):
                return (node.attributes[name] or "").strip()
    return ""
