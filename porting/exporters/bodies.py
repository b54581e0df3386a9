"""Bodies as HTML of the dialect, with everything they point at loaded once for a batch of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from django.apps import apps
from wagtail.blocks import PageChooserBlock
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from core.article.references import Wanted
from core.article.walk import leaves, stored
from porting.exporters.files import Files
from porting.render import RenderContext, to_dialect

_LINK = re.compile(r"""(<a\s[^>]*?href=")([^"]*)\"""")


@dataclass
class Around:
    """What the bodies of a batch point at, by id."""

    images: dict[int, Any] = field(default_factory=dict)
    documents: dict[int, Any] = field(default_factory=dict)
    callouts: dict[int, Any] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)


def load(pages: Iterable[Any], exported: Mapping[int, str]) -> Around:
    """Four queries at most. ``exported`` has the addresses of pages in the export, by id."""
    wanted = Wanted()
    for page in pages:
        _note(page, wanted)
    around = Around(pages={key: f"source:{key}" for key in wanted.pages if key in exported})
    if wanted.images:
        around.images = get_image_model().objects.in_bulk(wanted.images)
    if wanted.documents:
        around.documents = get_document_model().objects.in_bulk(wanted.documents)
    callouts = apps.get_model("core", "SharedCallout")
    if wanted.snippets.get(callouts):
        around.callouts = callouts.objects.in_bulk(wanted.snippets[callouts])
    elsewhere = wanted.pages - set(around.pages)
    if elsewhere:
        around.pages |= {page.pk: page.full_url or "" for page in Page.objects.filter(pk__in=elsewhere)}
    return around


def _note(page: Any, wanted: Wanted) -> None:
    for leaf in leaves(page.body.stream_block, stored(page.body)):
        wanted.note(leaf)
        # Rendering an article loads chosen posts in another way.
        if isinstance(leaf.block, PageChooserBlock) and isinstance(leaf.value, int):
            wanted.pages.add(leaf.value)


def dialect(raw: list[dict], around: Around, files: Files) -> str:
    """A stored body as HTML of ``docs/import-dialect.md``. Pictures of the body are noted in ``files``."""
    return to_dialect(raw, _context(around, files))


def _context(around: Around, files: Files) -> RenderContext:
    return RenderContext(
        page=lambda key: around.pages.get(key, ""),
        document=lambda key: files.document(around.documents.get(key)),
        image=lambda key: files.picture(around.images.get(key)),
        callout=lambda key: around.callouts[key].title if key in around.callouts else "",
    )


def rich_text(html: str) -> str:
    """A piece of stored rich text outside of bodies as plain HTML; pages are given by their path."""
    return expand_db_html(html) if html else ""


def with_sources(html: str, pages: Mapping[str, str]) -> str:
    """The same HTML, with links written as paths or addresses of exported pages turned into ``source:`` ones.

    ``pages`` has the id of each page by its path, such as ``/blog/hello/``. Angle brackets in text are escaped, so
    what looks like a tag is one.
    """

    def named(match: re.Match[str]) -> str:
        path, mark, fragment = unescape(match[2]).partition("#")
        key = pages.get(path if path.endswith("/") else path + "/")
        return f'{match[1]}source:{key}{escape(mark + fragment)}"' if key else match[0]

    return _LINK.sub(named, html)
