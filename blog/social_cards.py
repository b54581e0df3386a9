"""The picture a post is shared with when it has none of its own. Knows no model.

A page only names its card's address; the picture is drawn when the post is published, or when somebody first asks
for it. It obeys the rule of who may see what: a card is given out only while everybody may read the post.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from blog.cards import LEFT_OUT, author_prefetch
from core.media.serve import no_picture
from core.media.warming import page_warmed
from core.models import SiteSettings
from core.seo.metadata import MetaImage
from core.seo.urls import absolute_url
from core.social_cards.card import SIZE, Card
from core.social_cards.store import ensure_card, forget_cards
from core.visibility import public_pages


def connect() -> None:
    """Draw cards of published posts, remove those of deleted ones. Called once, when the app is ready."""
    model = apps.get_model("blog", "BlogPage")
    page_warmed.connect(_published, sender=model, dispatch_uid="blog_draw_social_card")
    post_delete.connect(_deleted, sender=model, dispatch_uid="blog_forget_social_card")


def card_of(post: Any, settings: Any, authors: Iterable[Any]) -> Card:
    """What the post's card says."""
    return Card(
        title=post.title,
        authors=tuple(author.name for author in authors),
        site_name=settings.name,
        accent=settings.accent,
        logo=settings.logo.file.path if settings.logo else "",
        logo_hash=settings.logo.file_hash if settings.logo else "",
    )


def card_image(post: Any, request: HttpRequest, authors: Iterable[Any]) -> MetaImage:
    """The card as the head of the post's page names it. Nothing is drawn, no query made."""
    card = card_of(post, SiteSettings.for_request(request), authors)
    words = _("“%(title)s” by %(authors)s, %(site)s") if card.authors else _("“%(title)s”, %(site)s")
    alt = words % {"title": card.title, "authors": ", ".join(card.authors), "site": card.site_name}
    return MetaImage(absolute_url(request, card_path(post.pk, card)), *SIZE, alt)


def card_path(post_id: int, card: Card) -> str:
    """The card's address; it changes with what is drawn."""
    return reverse("social_card", args=[post_id, card.key])


@require_safe
def serve_card(request: HttpRequest, post_id: str, key: str) -> HttpResponseBase:
    """A public post's card; from an address of earlier days to the present one. 404 for any other post."""
    post = _public_post(request, post_id)
    if post is None:
        return no_picture()
    card = card_of(post, SiteSettings.for_request(request), post.authors)
    if key != card.key:
        return redirect(card_path(post.pk, card))
    etag = f'"{key}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(ensure_card(post.pk, card), content_type="image/png")
        response["ETag"] = etag
    # May be kept, but whoever keeps it asks again: the post can become private.
    response["Cache-Control"] = "public, no-cache"
    # Shown wherever the post is shared.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _public_post(request: HttpRequest, post_id: str) -> Any | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    posts = apps.get_model("blog", "BlogPage").objects.filter(pk=post_id).descendant_of(site.root_page)
    return public_pages(posts).defer(*LEFT_OUT).prefetch_related(author_prefetch()).first()


def _published(sender: Any, page: Any, **kwargs: Any) -> None:
    site = page.get_site()
    if site is None or page.cover_id or page.social_image_id:
        return
    if public_pages(sender.objects.filter(pk=page.pk)).exists():
        ensure_card(page.pk, card_of(page, SiteSettings.for_site(site), page.authors))


def _deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    forget_cards(instance.pk)
