"""Stores the demo's settings, menus and embeds."""

from __future__ import annotations

import json
from typing import Any

from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import Site

from core.models import NavigationSettings, SiteSettings

from . import content
from .blocks import Library
from .markdown import inline_html

SAME_NAMES = ("site_name", "tagline", "description", "publisher_name", "accent")


def load_settings(site: Site, library: Library) -> None:
    """Name, look and profiles of the site."""
    written = content.read("site")
    settings = SiteSettings.for_site(site)
    for name in SAME_NAMES:
        setattr(settings, name, written[name])
    settings.footer_text = f"<p>{inline_html(written['footer_text'], library.page)}</p>"
    settings.logo_id = library.images["site-logo"]
    settings.default_social_image_id = library.images["site-social"]
    settings.social_links = json.dumps(
        [{"type": "profile", "value": link} for link in written["social_links"]]
    )
    settings.save()
    if not site.site_name:
        site.site_name = written["site_name"]
        site.save()


def load_navigation(site: Site, library: Library) -> None:
    """The menu at the top and the columns at the foot."""
    written = content.read("site")
    navigation = NavigationSettings.for_site(site)
    header = [{"type": "link", "value": _link(link, library)} for link in written["header"]]
    footer = [{"type": "column", "value": _column(column, library)} for column in written["footer"]]
    navigation.header, navigation.footer = json.dumps(header), json.dumps(footer)
    navigation.save()


def _link(link: dict[str, str], library: Library) -> dict[str, Any]:
    page = library.page(f"page:{link['page']}") if "page" in link else None
    return {"label": link["label"], "page": page, "url": link.get("url", "")}


def _column(column: dict[str, Any], library: Library) -> dict[str, Any]:
    links = [{"type": "item", "value": _link(link, library)} for link in column["links"]]
    return {"title": column["title"], "links": links}


def load_embeds() -> None:
    """Answers of an example network, stored beforehand: loading and reading the demo needs no network."""
    for embed in content.read("site")["embeds"]:
        words = {"type": "rich", **embed}
        Embed.objects.get_or_create(hash=get_embed_hash(embed["url"]), defaults=words)
