"""Blocks that say something in their attributes, and names that tell blocks apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from porting.readers.wordpress.gutenberg.grammar import Block
from porting.readers.wordpress.markup.boxes import question_of
from porting.readers.wordpress.markup.pictures import gallery_of, of_media
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.switched_off import is_divi_block_off, is_out_of_time

if TYPE_CHECKING:
    from porting.readers.wordpress.gutenberg.rendering import BlockRenderer

#: They say nothing a reader reads: where a summary or a page ends, and empty space. Footnotes are gathered apart.
DROPPED = frozenset(("more", "nextpage", "spacer", "footnotes"))
CODE = frozenset((
    "code", "preformatted", "verse", "syntaxhighlighter/code", "enlighter/codeblock", "prismatic/blocks",
    "mkaz/code-syntax", "kevinbatdorf/code-block-pro", "loos-hcb/code-block", "codemirror-blocks/code-block",
    "simple-code-block/ace", "wp-code-highlight/code", "highlight/code", "advanced-gutenberg-blocks/code",
    "mkaz/code", "urvanov-syntax-highlighter/code-block", "simple-syntax-highlighting-block/code",
))  # fmt: skip
#: Saved without content they are only an editor's empty line.
EMPTY_IS_NOTHING = frozenset((
    "paragraph", "heading", "list", "list-item", "image", "quote", "gallery", "group", "column", "columns", "html",
    "table", "button", "buttons", "embed", "separator", "cover", "media-text", "shortcode", "file", "video", "audio",
    "pullquote", "details", "post-template", "comment-template",
))  # fmt: skip


def is_hidden(block: Block) -> bool:
    """Whether an author hid a block from everybody, with WordPress's own switch or the plug-in of the same name,
    for good or at this time; or from some, with those of Divi."""
    metadata, plugin = block.attributes.get("metadata"), block.attributes.get("blockVisibility")
    own = metadata.get("blockVisibility") if isinstance(metadata, dict) else None
    return (
        own is False
        or (isinstance(plugin, dict) and plugin.get("hideBlock") is True)
        or is_out_of_time(plugin)
        or is_divi_block_off(block.attributes)
    )


def faq(renderer: BlockRenderer, block: Block) -> str | None:
    """Questions of the search plugins, when only their attributes are there."""
    questions = block.attributes.get("questions")
    if block.html.strip() or not isinstance(questions, list):
        return None
    items = [_question(item, renderer) for item in questions if isinstance(item, dict)]
    return f'<section data-block="faq">{"".join(items)}</section>' if any(items) else None


def _question(item: dict[str, object], renderer: BlockRenderer) -> str:
    question = str(item.get("jsonQuestion") or item.get("title") or "")
    answer = str(item.get("jsonAnswer") or item.get("content") or "")
    if not question:
        return ""
    return question_of(re.sub(r"<[^>]*>", "", question), renderer.writer.fragment(answer))


def gallery(renderer: BlockRenderer, block: Block) -> str | None:
    """A gallery of which only the numbers are saved."""
    numbers = block.attributes.get("ids")
    if block.html.strip() or block.inner or not isinstance(numbers, list):
        return None
    found = [media for number in numbers if (media := renderer.body.library.by_id(str(number)))]
    return gallery_of([of_media(media) for media in found]) if found else None


def social_links(renderer: BlockRenderer, block: Block) -> str | None:
    """A row of links to networks."""
    items = []
    for child in block.inner:
        renderer.body.constructs[f"wp:{child.name}"] += 1
        address, service = child.text("url"), child.text("label") or child.text("service")
        if len(address.lstrip("#")) > 1 and not address.startswith("#"):
            items.append(f'<li><a href="{escape(address)}">{escape(service.title())}</a></li>')
    return f"<ul>{''.join(items)}</ul>" if items else ""


def formula(renderer: BlockRenderer, block: Block) -> str | None:
    """A formula: beside its drawing the block keeps the TeX text somebody typed."""
    if not block.text("latex"):
        return None
    renderer.body.problem("formula", _("Formulas were kept as the TeX text they were typed in."))
    return f"<p><code>{escape(block.text('latex'), quote=False)}</code></p>"


def videopress(_renderer: BlockRenderer, block: Block) -> str | None:
    """WordPress.com's own video."""
    guid = block.text("guid")
    return embed_of(f"https://videopress.com/v/{guid}") if guid else None


def kept_form(renderer: BlockRenderer, block: Block) -> str | None:
    """A form: there is nothing here that could take what it sends."""
    detail = _("The form block “%(name)s” was left out: nothing here could take what it sends.")
    renderer.body.problem("form", detail, name=block.name)
    labels = re.findall(r'"label":"([^"]{1,80})"', str(block.attributes)) or [block.name]
    labels += [child.text("label") for child in block.inner if child.text("label")]
    return renderer.body.kept(f"block {block.name}", "".join(f"<p>{escape(text)}</p>" for text in labels))


HANDLERS: dict[str, Callable[[BlockRenderer, Block], str | None]] = {
    "yoast/faq-block": faq,
    "rank-math/faq-block": faq,
    "gallery": gallery,
    "social-links": social_links,
    "math": formula,
    "videopress/video": videopress,
    "jetpack/contact-form": kept_form,
    "contact-form-7/contact-form-selector": kept_form,
    "wpforms/form-selector": kept_form,
    "gravityforms/form": kept_form,
}
