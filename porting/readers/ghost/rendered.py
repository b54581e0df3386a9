"""HTML that Ghost rendered or somebody wrote by hand, as dialect HTML.

The tree is written out again element by element, so that every card is whole even when its HTML was not closed.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser

from .drawn_cards import drawn_card
from .drawn_notes import note_list, notes_of, reference
from .quoted_posts import QUOTED, quoted_post

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from .context import BodyContext

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
#: Elements whose content the parser takes as it is written.
RAW = {"script", "style", "iframe", "noembed", "noframes"}
ADDRESSES = {"href", "src", "poster"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
#: As Ghost's cards say it, or the highlighters of blogs that were somewhere else before; the last by a bare name.
LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|brush)[-:]\s*([\w+#.-]+)")
HIGHLIGHTED = re.compile(r"(?:^|\s)hljs\s+([\w+#.-]+)")
GIST = re.compile(r"^(?:https?:)?//gist\.github\.com/([\w./-]+?)\.js")
#: Scripts that only bring somebody's quoted posts to life; the post itself becomes an embed.
LOADERS = re.compile(
    r"platform\.(?:twitter|x|instagram)\.com|instagram\.com/embed\.js|tiktok\.com/embed\.js"
    r"|codepen\.io/assets/embed|static\.codepen\.io|embed\.reddit\.com|redditmedia\.com|connect\.facebook\.net|assets\.pinterest\.com|embedr\.flickr\.com"
)


def fragment(html: object, context: BodyContext, *, anchors: bool = False) -> str:
    """A piece of HTML as dialect HTML; ``anchors`` gives headings without an id the one Ghost made of them."""
    if not isinstance(html, str) or not html.strip():
        return ""
    if "<" not in html:
        return escape(unescape(html), quote=False)
    tree = LexborHTMLParser(f"<body>{html}")
    writer = Writer(context, notes_of(tree), anchors=anchors)
    return "".join(writer.node(child) for child in tree.body.iter(include_text=True)) if tree.body else ""


class Writer:
    """Writes nodes out again, turning what Ghost made of cards back into cards."""

    def __init__(self, context: BodyContext, notes: dict[str, str], *, anchors: bool = False) -> None:
        self.context, self.notes = context, notes
        self.anchors = anchors

    def node(self, node: LexborNode) -> str:
        """One node and all below it."""
        if node.is_text_node:
            return escape(node.text_content or "", quote=False)
        if not node.is_element_node:
            return ""
        special = self._special(node)
        return self._element(node) if special is None else special

    def inner(self, node: LexborNode) -> str:
        """Everything below a node."""
        return "".join(self.node(child) for child in node.iter(include_text=True))

    def _special(self, node: LexborNode) -> str | None:
        """What stands for something else; None for any other element."""
        name, classes = node.tag, set((node.attributes.get("class") or "").split())
        card = drawn_card(node, classes)
        if card:
            from .cards import card_html  # the cards themselves hold HTML that comes here

            return card_html(card[0], card[1], self.context)
        if name == "pre":
            return code(node)
        if name == "script":
            return self._script(node)
        if name == "blockquote" and classes & QUOTED:
            return quoted_post(node, self.context)
        if self.notes and (name == "sup" or classes & {"footnotes", "footnotes-sep"}):
            return self._footnotes(node, classes)
        if "codepen" in classes and node.attributes.get("data-slug-hash"):
            return self._pen(node)
        if name == "div" and "kg-card-markdown" in classes:
            return self.inner(node)
        return None

    def _footnotes(self, node: LexborNode, classes: set[str]) -> str | None:
        if "footnotes-sep" in classes:
            return ""
        if node.tag == "sup":
            found = reference(node, self.notes)
            if found and node.text().strip().isalnum():
                self.context.problem(
                    "footnotes",
                    _("The mark of a footnote reads “[%(mark)s]” in the text and had no brackets.")
                    % {"mark": node.text().strip()},
                )
            return found
        return note_list(node, self.notes, self.inner)

    def _pen(self, node: LexborNode) -> str:
        """A piece of CodePen: its words stay, the pen itself becomes an embed."""
        user, pen = (node.attributes.get(name) or "" for name in ("data-user", "data-slug-hash"))
        address = escape(f"https://codepen.io/{user or 'anon'}/pen/{pen}")
        self.context.problem(
            "embed",
            _("The script that drew the pen %(address)s was left out; the pen is an embed.")
            % {"address": address},
        )
        return f'<p>{self.inner(node)}</p><figure data-block="embed" data-url="{address}"></figure>'

    def _script(self, node: LexborNode) -> str | None:
        address = node.attributes.get("src") or ""
        gist = GIST.match(address)
        if gist:
            return (
                f'<figure data-block="embed" data-url="https://gist.github.com/{escape(gist[1])}"></figure>'
            )
        return "" if LOADERS.search(address) else None

    def _element(self, node: LexborNode) -> str:
        name = str(node.tag)
        start = f"<{name}{self._attributes(node)}>"
        if name in VOID:
            return start
        if name in RAW:
            return f"{start}{node.text()}</{name}>"
        return f"{start}{self.inner(node)}</{name}>"

    def _attributes(self, node: LexborNode) -> str:
        given = dict(node.attributes)
        if self.anchors and node.tag in HEADINGS and not given.get("id"):
            given["id"] = self.context.anchors.of(node.text()) or None
        parts = []
        for name, value in given.items():
            if not value and name != "alt":  # an attribute without a value, such as "open"
                parts.append("" if name in {"id", "class"} else f" {name}")
                continue
            value = self.context.url(value) if name in ADDRESSES else value or ""
            parts.append(f' {name}="{escape(value)}"')
        return "".join(parts)


def code(node: LexborNode) -> str | None:
    """Code with its language, without the colours a highlighter put in; None for text that is only laid out."""
    inner = node.css_first("code")
    given = " ".join(part.attributes.get("class") or "" for part in (node, inner) if part is not None)
    if node.attributes.get("data-language") is not None or node.attributes.get("data-title") is not None:
        return None  # in the dialect already
    language = LANGUAGE.search(given) or HIGHLIGHTED.search(given)
    for line_break in node.css("br"):
        line_break.replace_with("\n")
    words = escape(node.text(), quote=False)
    attribute = f' data-language="{escape(language[1])}"' if language else ""
    return f"<pre{attribute}><code>{words}</code></pre>"
