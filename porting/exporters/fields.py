"""One page as a ``SourcePost``: every field that has a place there, and the others under ``kept``."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wagtail.models import PageViewRestriction

from core.article.walk import stored
from porting.document import Picture, SourcePost
from porting.exporters.bodies import Around, dialect, with_sources
from porting.exporters.files import Files
from porting.exporters.loading import Loaded
from porting.exporters.states import Asked, state_of


def to_post(
    loaded: Loaded, asked: list[Asked], around: Around, files: Files, paths: dict[str, str]
) -> SourcePost:
    """Everything the page itself knows; addresses and comments are added by whoever collects them."""
    page = loaded.page
    post = SourcePost(
        source_id=str(page.pk),
        title=page.title,
        html=with_sources(dialect(stored(page.body), around, files), paths),
        slug=page.slug,
        state=state_of(page, asked, scheduled=loaded.scheduled, pending=loaded.pending),
        date=getattr(page, "date", None) or page.first_published_at,
        password=next((one.password for one in reversed(asked) if one.password), ""),
        members_only=any(one.kind != PageViewRestriction.PASSWORD for one in asked),
        authors=[author.slug for author in page.authors],
        summary=page.summary,
        social_image=files.as_picture(page.social_image),
        seo_title=page.seo_title,
        seo_description=page.search_description,
        language=page.locale.language_code if page.locale_id else "",
        expires=page.expire_at,
        kept=_kept(loaded, asked, around, files, paths),
    )
    (_add_post_fields if hasattr(page, "cover_id") else _add_page_fields)(post, page, files)
    return post


def _add_post_fields(post: SourcePost, page: Any, files: Files) -> None:
    post.updated = page.updated
    post.unlisted = page.unlisted
    post.featured = page.featured
    post.tags = list(dict.fromkeys(entry.tag.slug for entry in page.tagged_posts.all()))
    post.categories = [category.slug for category in page.categories]
    post.series = page.series.slug if page.series else ""
    post.series_position = page.series_position
    post.canonical_url = page.canonical_url
    if page.cover is not None:
        alt = "" if page.cover_decorative else page.cover_alt or page.cover.description
        post.cover = files.as_picture(page.cover, alt)
        if page.cover_decorative:
            post.kept["cover_decorative"] = True
        elif not page.cover_alt:
            post.kept["cover_alt_inherited"] = True  # it is the picture's own description, and follows it
    elif page.cover_elsewhere:
        post.cover = Picture(page.cover_elsewhere, page.cover_alt)
    related = [str(link.post_id) for link in page.related_links.all()]
    if related:
        post.kept["related"] = related


def _add_page_fields(post: SourcePost, page: Any, files: Files) -> None:
    post.kind = "page"
    post.updated = page.last_published_at
    if getattr(page, "date", None) is None:
        post.kept["undated"] = True
    post.menu_order = int(page.path[-page.steplen :], 36)


def _kept(
    loaded: Loaded, asked: list[Asked], around: Around, files: Files, paths: dict[str, str]
) -> dict[str, Any]:
    """What no other system has a field for; only what differs from the usual."""
    page = loaded.page
    kept = {
        "restrictions": [one.as_kept() for one in asked],
        "go_live": loaded.go_live,
        "expired": bool(page.expired),
        "show_in_menus": bool(page.show_in_menus),
        "first_published": page.first_published_at,
        "last_published": page.last_published_at,
        "draft": _draft(loaded, around, files, paths),
    }
    return {name: value for name, value in kept.items() if value}


def _draft(loaded: Loaded, around: Around, files: Files, paths: dict[str, str]) -> dict[str, str | datetime]:
    """Changes of a live page that readers do not see yet."""
    draft = loaded.draft
    if draft is None:
        return {}
    html = with_sources(dialect(stored(draft.body), around, files), paths)
    return {"title": draft.title, "summary": draft.summary, "html": html}
