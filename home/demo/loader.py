"""Loads the demo magazine into an empty site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from django.utils import timezone
from wagtail.models import Page, Site

from blog.models import Author, BlogPage
from home.models import HomePage

from . import chrome, content, pages, people
from . import library as media
from .blocks import Library


class SiteState(Enum):
    """What is in the site before loading."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    LOADED = "loaded"
    OWN_CONTENT = "own content"


@dataclass(frozen=True)
class Loaded:
    """What a load put into the site."""

    posts: int
    pictures: int
    private: dict[str, str]


def site_state() -> SiteState:
    """Tell an empty site from one with the demo, a demo cut short, or content of its own."""
    site = Site.objects.filter(is_default_site=True).first()
    home = HomePage.objects.filter(pk=site.root_page_id).first() if site else None
    if home is None:
        return SiteState.OWN_CONTENT
    # Other sites on the same tree count too: whoever keeps one here has begun.
    own = Page.objects.filter(depth__gte=home.depth).exclude(pk=home.pk).exclude(slug__in=_slugs()).exists()
    begun = Author.objects.filter(slug__in=[person["slug"] for person in content.read("people")]).exists()
    if begun and home.latest_revision_id and BlogPage.objects.filter(slug__in=_slugs()).exists():
        return SiteState.LOADED
    if own or len(home.body) or (not begun and home.get_descendants().exists()):
        return SiteState.OWN_CONTENT
    return SiteState.UNFINISHED if begun else SiteState.EMPTY


def load(say: Callable[[str], None], prepare_sizes: bool = True) -> Loaded:
    """Load everything; what an interrupted load has stored already is kept. Takes well under a minute.

    The front page is published last: as long as it is empty, the load counts as unfinished. ``say`` is told
    what is going on. Without ``prepare_sizes`` each picture's sizes are made when a reader first sees it.
    """
    say("Drawing the pictures …")
    images = media.load_images()
    documents, callouts = media.load_documents(), people.load_callouts()
    chrome.load_embeds()
    names = pages.Names(
        people.load_authors(images),
        people.load_categories(),
        people.load_tags(),
        people.load_series(images),
    )
    say("Writing posts and pages …")
    shells = pages.page_shells(_home())
    library = Library({name: page.pk for name, page in shells.items()}, images, documents, callouts)
    with media.no_sizes_yet():
        _fill(shells, names, library)
    if prepare_sizes:
        say("Preparing the pictures for readers …")
        media.prepare_images(images)
    written = content.posts()
    private = {post.slug: post.state["private"] for post in written if "private" in post.state}
    return Loaded(posts=len(written), pictures=len(images), private=private)


def _fill(shells: dict[str, Page], names: pages.Names, library: Library) -> None:
    now = timezone.now()
    pages.fill_blog(shells["page:blog"], library)
    for post in content.posts():
        pages.fill_post(shells[f"post:{post.slug}"], post, names, library, now)
    for slug in content.page_slugs():
        pages.fill_page(shells[f"page:{slug}"], library, slug)
    site = Site.objects.get(is_default_site=True)
    chrome.load_settings(site, library)
    chrome.load_navigation(site, library)
    pages.fill_page(HomePage.objects.get(pk=shells["page:home"].pk), library, "home")


def _home() -> HomePage:
    """The front page of the default site; HomePage.DoesNotExist when it is of another kind."""
    return HomePage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)


def _slugs() -> list[str]:
    return ["blog", *content.page_slugs(), *(post.slug for post in content.posts())]
