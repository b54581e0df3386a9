"""Everything a body points at, loaded with one query for each kind.

Left alone, Wagtail asks the database twice for each paragraph with a page link and once for each kind of
chooser in each place it is used. Here a walk over the stored data notes every id first; the blocks and the
links then find their objects in memory. A kind that a body does not use costs nothing.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.rich_text.rewriters import FIND_A_TAG, FIND_EMBED_TAG, extract_attrs
from wagtail.snippets.blocks import SnippetChooserBlock

from core.article.walk import Leaf, leaves
from core.media.batch import with_renditions
from core.visibility import public_pages

FOOTNOTE_KEY = ("footnotes", "notes", "key")
HEADING_ANCHOR = ("heading", "anchor")
HEADING_LEVEL = ("heading", "level")
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,18}")


@dataclass
class Wanted:
    """The ids and addresses a walk has met."""

    pages: set[int] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    images: set[int] = field(default_factory=set)
    snippets: dict[type, set[int]] = field(default_factory=dict)
    embeds: set[str] = field(default_factory=set)
    footnotes: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    #: The sizes of headings, 1 to 6, that were chosen anywhere in the body.
    levels: set[int] = field(default_factory=set)
    #: Pictures the page around the article has loaded already; they get their renditions with the others.
    held_images: list[Any] = field(default_factory=list)

    def note(self, leaf: Leaf) -> None:
        """Remember what one leaf points at."""
        block, value = leaf.block, leaf.value
        if isinstance(block, blocks.RichTextBlock):
            self.note_rich_text(value)
        elif isinstance(block, blocks.ChooserBlock):
            self._note_choice(block, value)
        elif isinstance(block, ImageBlock):
            self.images.add(value)
        elif isinstance(block, EmbedBlock):
            self.embeds.add(value)
        elif leaf.path[-3:] == FOOTNOTE_KEY:
            self.footnotes.append(value)
        elif leaf.path[-2:] == HEADING_ANCHOR and value:
            self.anchors.append(value)
        elif leaf.path[-2:] == HEADING_LEVEL:
            self.levels.add(int(value or 2))

    def note_rich_text(self, html: str) -> None:
        """Remember the links and embedded things of a piece of stored rich text, and the sizes of its headings."""
        for attributes in map(extract_attrs, FIND_A_TAG.findall(html)):
            kind = {"page": self.pages, "document": self.documents}.get(attributes.get("linktype", ""))
            _add_id(kind, attributes)
        self.levels.update(map(int, _HEADING.findall(html)))
        for attributes in map(extract_attrs, FIND_EMBED_TAG.findall(html)):
            if attributes.get("embedtype") == "image":
                _add_id(self.images, attributes)

    def include(self, other: Wanted) -> None:
        """Remember what another body points at as well; anchors, headings and notes stay each body's own."""
        self.pages |= other.pages
        self.documents |= other.documents
        self.images |= other.images
        self.embeds |= other.embeds
        for model, ids in other.snippets.items():
            self.snippets.setdefault(model, set()).update(ids)

    def _note_choice(self, block: blocks.ChooserBlock, value: Any) -> None:
        if isinstance(block, ImageChooserBlock):
            self.images.add(value)
        elif isinstance(block, DocumentChooserBlock):
            self.documents.add(value)
        elif isinstance(block, SnippetChooserBlock):
            self.snippets.setdefault(block.model_class, set()).add(value)
        elif isinstance(block, blocks.PageChooserBlock) and block.target_model is Page:
            self.pages.add(value)


def id_in(attributes: dict[str, str]) -> int:
    """The id a link or picture inside a text points at; 0 where there is none, or no database could have it."""
    text = attributes.get("id", "")
    return int(text) if _NUMBER.fullmatch(text) else 0


def _add_id(ids: set[int] | None, attributes: dict[str, str]) -> None:
    if ids is not None and (found := id_in(attributes)):
        ids.add(found)


@dataclass
class References:
    """The objects of one body, by id. Absent means: gone, or not for the public."""

    pages: dict[int, Page] = field(default_factory=dict)
    documents: dict[int, Any] = field(default_factory=dict)
    images: dict[int, Any] = field(default_factory=dict)
    snippets: dict[type, dict[int, Any]] = field(default_factory=dict)
    embeds: dict[str, Embed] = field(default_factory=dict)
    urls: dict[int, str] = field(default_factory=dict)

    def choices(self, block: blocks.ChooserBlock, ids: Iterable[Any]) -> list[Any] | None:
        """The objects behind a chooser's stored ids, or None when this kind is not kept here.

        Every occurrence gets an object of its own: the image block writes its alt text onto it.
        """
        known: dict[int, Any]
        if isinstance(block, ImageChooserBlock):
            known = self.images
        elif isinstance(block, DocumentChooserBlock):
            known = self.documents
        elif isinstance(block, SnippetChooserBlock):
            known = self.snippets.get(block.model_class, {})
        elif isinstance(block, blocks.PageChooserBlock) and block.target_model is Page:
            known = self.pages
        else:
            return None
        return [copy.copy(known[key]) if key in known else None for key in ids]


def wanted_by(block: blocks.Block, raw: Any) -> Wanted:
    """What the stored value ``raw`` of ``block`` points at. No query."""
    wanted = Wanted()
    name = getattr(block, "name", "")
    path = () if isinstance(block, blocks.BaseStreamBlock) or not name else (name,)
    for leaf in leaves(block, raw, path):
        wanted.note(leaf)
    return wanted


def load(wanted: Wanted, request: HttpRequest | None = None) -> References:
    """Fetch all of it: at most one query a kind, and one more for pictures that are shown for the first time."""
    found = References()
    for model, ids in wanted.snippets.items():
        found.snippets[model] = _snippets(model, ids)
        # Shared texts have links of their own, so they come before the pages and documents.
        for snippet in found.snippets[model].values():
            wanted.note_rich_text(getattr(snippet, "body", ""))
    if wanted.pages:
        found.pages = {page.pk: page for page in public_pages(Page.objects.filter(pk__in=wanted.pages))}
        found.urls = {key: page.get_url(request) for key, page in found.pages.items()}
    if wanted.documents:
        found.documents = get_document_model().objects.in_bulk(wanted.documents)
    if wanted.images or wanted.held_images:
        found.images = with_renditions(wanted.images, wanted.held_images)
    if wanted.embeds:
        hashes = {get_embed_hash(url): url for url in wanted.embeds}
        found.embeds = {hashes[row.hash]: row for row in Embed.objects.filter(hash__in=hashes)}
    return found


def _snippets(model: type, ids: set[int]) -> dict[int, Any]:
    """Snippets that may be shown; those with drafts only while they are live."""
    rows = model._default_manager.filter(pk__in=ids)  # type: ignore[attr-defined] # every snippet is a model
    if hasattr(model, "live"):
        rows = rows.filter(live=True)
    return {row.pk: row for row in rows}
