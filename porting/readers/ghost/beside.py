"""What an export holds beside posts and has no place here: menus, code for all pages, snippets, pictures of tags."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog

from .context import with_base
from .plain import plain_text
from .rows import Row, table, text
from .site import Site

_MENUS = ("navigation", "secondary_navigation")
_CODE = ("codeinjection_head", "codeinjection_foot", "ghost_head", "ghost_foot")
_PICTURES = ("logo", "icon", "cover_image", "cover")
_OF_TAGS = ("feature_image", "image", "canonical_url", "meta_title", "og_title", "og_description", "og_image")
_OF_AUTHORS = ("location", "cover_image", "cover", "meta_title", "meta_description")
_LINK = re.compile(r"<a\s[^<>]*?\bhref\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
LONGEST = 1_000  # characters of one sentence's list


def tell_what_is_beside(data: Row, site: Site, blog: SourceBlog) -> None:
    """Note in the blog what of an export's tables, ``data``, was left out; one sentence for each kind."""
    settings = {text(row, "key"): text(row, "value") for row in table(data, "settings")}
    for sentence, found in (
        (_("Menus were not moved: %(found)s"), _menus(settings)),
        (_("Code in all pages was left out; code is never run here: %(found)s"), _named(settings, _CODE)),
        (_("The words above all pages were left out: %(found)s"), iter([_announcement(settings)])),
        (_("Pictures of the site itself were not moved: %(found)s"), _named(settings, _PICTURES)),
        (_("Snippets were not moved: %(found)s"), (text(row, "name") for row in table(data, "snippets"))),
        (_("Recommended sites were not moved: %(found)s"), _recommended(data)),
        (_("Of tags, this has no place here: %(found)s"), _more(table(data, "tags"), _tag_fields)),
        (_("Of authors, this has no place here: %(found)s"), _more(table(data, "users"), _author_fields)),
        (_("Links in the words below covers have no place here: %(found)s"), _cover_links(data)),
    ):
        list_ = "; ".join(dict.fromkeys(filter(None, (with_base(one, site.base) for one in found))))
        if list_:
            shown = list_ if len(list_) <= LONGEST else f"{list_[:LONGEST]} …"
            blog.problems.append(Problem("", "field", sentence % {"found": shown}))


def _menus(settings: dict[str, str]) -> Iterator[str]:
    for name in _MENUS:
        for one in _list(settings.get(name, "")):
            if isinstance(one, dict) and text(one, "label") and text(one, "url"):
                yield f"{text(one, 'label')} ({text(one, 'url')})"


def _list(value: str) -> list[object]:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []


def _named(settings: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{name}: {settings[name][:200]}" for name in names if settings.get(name))


def _announcement(settings: dict[str, str]) -> str:
    return plain_text(settings.get("announcement_content", ""))


def _recommended(data: Row) -> Iterator[str]:
    for row in table(data, "recommendations"):
        yield f"{text(row, 'title')} ({text(row, 'url')})"


def _tag_fields(row: Row) -> tuple[str, ...]:
    """The description for search engines is the tag's own when it has no other."""
    return (*_OF_TAGS, "meta_description") if text(row, "description") else _OF_TAGS


def _author_fields(_row: Row) -> tuple[str, ...]:
    return _OF_AUTHORS


def _more(rows: list[Row], fields: Callable[[Row], tuple[str, ...]]) -> Iterator[str]:
    for row in rows:
        for name in fields(row):
            if text(row, name):
                yield f"{text(row, 'name')}, {name}: {text(row, name)}"


def _cover_links(data: Row) -> Iterator[str]:
    for row in (*table(data, "posts_meta"), *table(data, "posts")):
        yield from map(unescape, _LINK.findall(text(row, "feature_image_caption")))
