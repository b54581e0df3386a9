"""What belongs to the site and to no post: its settings, menus, front page and shared notes, as plain values."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from wagtail.models import Page

from core.article.walk import stored
from core.models import NavigationSettings, SiteSettings
from porting.exporters import bodies
from porting.exporters.collect import OwnBlog

_PLAIN = (
    "site_name",
    "tagline",
    "description",
    "accent",
    "fonts",
    "posts_per_page",
    "publisher_name",
    "search_engine_indexing",
)


def callouts() -> list[dict[str, str]]:
    """Shared notes that are live: title, kind and HTML."""
    rows = apps.get_model("core", "SharedCallout").objects.filter(live=True).order_by("pk")
    return [{"title": row.title, "kind": row.kind, "html": bodies.rich_text(row.body)} for row in rows]


def site_data(blog: OwnBlog) -> dict[str, Any]:
    """Everything of it. Pictures are given by their address in ``blog.media``."""
    page = blog.page
    return {
        "blog": {
            "title": page.title,
            "path": blog.base_path + "/",
            "introduction": bodies.rich_text(page.introduction),
            "description": page.search_description,
            "seo_title": page.seo_title,
            "posts_per_page": page.posts_per_page,
            "language": blog.language,
        },
        "settings": _settings(blog),
        "navigation": _navigation(blog),
        "front_page": _front_page(blog),
        "callouts": callouts(),
    }


def _settings(blog: OwnBlog) -> dict[str, Any]:
    settings = SiteSettings.for_site(blog.site)
    values: dict[str, Any] = {name: getattr(settings, name) for name in _PLAIN}
    values["footer_text"] = bodies.rich_text(settings.footer_text)
    values["social_links"] = [
        [block.value["platform"], block.value["url"]] for block in settings.social_links
    ]
    values["logo"] = blog.files.picture(settings.logo)
    values["default_social_image"] = blog.files.picture(settings.default_social_image)
    return values


def _navigation(blog: OwnBlog) -> dict[str, Any]:
    menus = NavigationSettings.for_site(blog.site)
    header = [_entry(block.value) for block in menus.header]
    footer = [
        {"title": block.value["title"], "links": [_entry(link) for link in block.value["links"]]}
        for block in menus.footer
    ]
    return {"header": header, "footer": footer}


def _entry(link: Any) -> dict[str, str]:
    page = link.get("page")
    return {
        "label": link.get("label") or (page.title if page else ""),
        "url": (page.url if page else link.get("url")) or "",
    }


def _front_page(blog: OwnBlog) -> dict[str, str]:
    page = Page.objects.get(pk=blog.site.root_page_id).specific
    if not hasattr(page, "body"):
        return {"title": page.title}
    around = bodies.load([page], blog.posts.paths)
    html = bodies.dialect(stored(page.body), around, blog.files)
    return {"title": page.title, "summary": page.summary, "html": html}
