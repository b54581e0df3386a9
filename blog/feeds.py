"""RSS, Atom and JSON Feed of a list. Knows no model.

A feed costs the same at ten and at twenty thousand posts: the list store names the newest, and everything
their texts point at is loaded together.
"""

import hashlib
from typing import Any

from django.apps import apps
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from blog import addresses
from blog.cards import author_prefetch, in_order
from blog.feed_entries import build_entry
from blog.listings import Subject, list_rows, subject_url
from core.article.batch import render_articles
from core.models import SiteSettings
from core.seo.builder import language_of, site_logo
from core.seo.feed import FeedDocument
from core.seo.feed_formats import write
from core.seo.urls import absolute_url
from core.theme import theme_url

FEED_LENGTH = 20
#: Blocks that show other posts: a feed reader has its own list.
LEFT_OUT = frozenset({"posts"})
FORMATS = {file: name for name, file in addresses.FEEDS.items()}


def feed_response(blog: Any, request: HttpRequest, subject: Subject, file_name: str) -> HttpResponse:
    """The newest posts of a list as a feed; ``file_name`` is rss.xml, atom.xml or feed.json.

    Raises Http404 for a category, tag, author or series without a public post.
    """
    posts = newest_posts(blog, subject)
    if not posts and subject.kind != "all":
        raise Http404("No such list.")
    name = FORMATS[file_name]
    document = build_document(blog, request, subject, posts, file_name)
    content = write(document, name)
    content_type = feed_type(request, name)
    response = HttpResponse(content, content_type=f"{content_type}; charset=utf-8")
    if name != "json":
        patch_vary_headers(response, ["Accept"])
    return _conditional(request, response)


def feed_type(request: HttpRequest, name: str) -> str:
    """The format's own type for feed readers; plain XML for browsers, which show that and no other with its style."""
    if name != "json" and "text/html" in request.headers.get("Accept", ""):
        return "application/xml"
    return addresses.FEED_TYPES[name]


def newest_posts(blog: Any, subject: Subject) -> list[Any]:
    """The list's newest public posts with their texts, in six queries at most. A series too is told newest first."""
    rows = list_rows(blog.pk, subject).order_by("-date", "-post_id")
    ids = list(rows.values_list("post_id", flat=True)[:FEED_LENGTH])
    if not ids:
        return []
    tagged = apps.get_model("blog", "TaggedPost").objects.select_related("tag").order_by("pk")
    posts = (
        apps.get_model("blog", "BlogPage")
        .objects.filter(pk__in=ids)
        .select_related("cover", "series")
        .prefetch_related(author_prefetch(), Prefetch("tagged_posts", tagged), "post_categories__category")
    )
    return in_order({post.pk: post for post in posts}, ids)


def build_document(
    blog: Any, request: HttpRequest, subject: Subject, posts: list[Any], file_name: str
) -> FeedDocument:
    """The feed as data, ready for any format."""
    settings = SiteSettings.for_request(request)
    url = subject_url(subject, blog.get_url(request))
    pictures = [settings.logo, *(post.cover for post in posts)]
    images = [image for image in pictures if image is not None]
    bodies = render_articles(posts, request=request, without=LEFT_OUT, images=images)
    return FeedDocument(
        title=feed_title(blog, subject, settings.name),
        description=feed_description(blog, subject, settings),
        url=absolute_url(request, url),
        feed_url=absolute_url(request, f"{url}{file_name}"),
        language=language_of(blog),
        publisher=settings.publisher_name or settings.name,
        icon=absolute_url(request, static("images/apple-touch-icon.png")),
        logo=site_logo(request),
        entries=[build_entry(blog, request, post, body) for post, body in zip(posts, bodies, strict=True)],
        style_sheets=[
            static("css/tokens.css"),
            theme_url(settings.accent, settings.fonts),
            static("feeds/feed.css"),
        ],
    )


def feed_title(blog: Any, subject: Subject, site_name: str) -> str:
    """What a reader's software calls the feed."""
    home = f"{blog.title} · {site_name}" if blog.title != site_name else site_name
    if subject.kind == "all":
        return home
    names = {
        "category": _("Posts in “%(name)s”"),
        "tag": _("Posts tagged “%(name)s”"),
        "author": _("Posts by %(name)s"),
        "series": _("The series “%(name)s”"),
    }
    return f"{names[subject.kind] % {'name': subject.value}} · {home}"


def feed_description(blog: Any, subject: Subject, settings: Any) -> str:
    """One or two sentences about what the feed is of; RSS insists on some."""
    if subject.kind == "all":
        own = blog.search_description or strip_tags(blog.introduction)
        return own or settings.description or settings.tagline or blog.title
    return getattr(subject.value, "description", "") or feed_title(blog, subject, settings.name)


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Answer 304 when the reader's copy is this very one.

    Only the content proves that. By date, a reader would keep a post that was taken back since, because the
    newest one left may still be the same.
    """
    told = response.content + response["Content-Type"].encode()
    response["ETag"] = etag = f'"{hashlib.sha256(told).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=etag, response=response)
