"""Where imported pages go: the blog, made when it is missing, and the site's front page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from blog.models import BlogIndexPage
from porting.document import SourceBlog

from . import slugs


class PlaceError(Exception):
    """Why nothing can be put there, in a sentence."""


@dataclass
class Places:
    """The site, its front page, and the blog posts go below."""

    site: Site
    home: Page
    blog: Any

    def url(self, url_path: str) -> str:
        """The address of a page on its site, as a path, from its path in the tree."""
        return reverse("wagtail_serve", args=[url_path.removeprefix(self.home.url_path)])

    @property
    def blog_url(self) -> str:
        """The blog's address on its site."""
        return self.url(self.blog.url_path)


def site_and_home() -> tuple[Site, Page]:
    """The default site and its front page; PlaceError when the site has none."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise PlaceError(_("There is no site to import into. Open Settings, Sites and make one the default."))
    return site, site.root_page.specific


def check(under: str) -> None:
    """PlaceError when no blog can be at this address."""
    site, home = site_and_home()
    parts = _parts(under)
    page = home
    for part in parts:
        below = page.get_children().filter(slug=part).first()
        if below is None:
            return
        page = below
    if not isinstance(page.specific, BlogIndexPage):
        message = _("At %(path)s there is a page already that is no blog. Choose another address.")
        raise PlaceError(message % {"path": f"/{'/'.join(parts)}/"})


def prepare(under: str, source: SourceBlog) -> Places:
    """The blog at ``under``, made when it is missing, with the pages above it."""
    check(under)
    site, home = site_and_home()
    parts, page = _parts(under), home
    for number, part in enumerate(parts, 1):
        below = page.get_children().filter(slug=part).first()
        page = below.specific if below is not None else _make(page, part, number == len(parts), source)
    return Places(site, home, page)


def _make(parent: Page, slug: str, is_blog: bool, source: SourceBlog) -> Page:
    title = slug.replace("-", " ").capitalize()
    if is_blog:
        page: Page = BlogIndexPage(title=source.title.strip()[:255] or title, slug=slug)
        page.search_description = source.description.strip()[:1000]
    else:
        page = apps.get_model("home", "StandardPage")(title=title, slug=slug)
    if type(page) not in parent.specific_class.allowed_subpage_models():
        message = _("“%(title)s” cannot hold a page %(slug)s. Choose another address for the blog.")
        raise PlaceError(message % {"title": parent.title, "slug": slug})
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _parts(under: str) -> list[str]:
    parts = [part for part in under.split("/") if part]
    if not parts:
        raise PlaceError(_("The blog needs an address of its own, such as /blog/."))
    if any(slugs.tidy(part) != part for part in parts):
        message = _("%(path)s is no address a blog can have. Choose one such as /blog/.")
        raise PlaceError(message % {"path": under})
    return parts
