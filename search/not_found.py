"""The answer to an address that leads nowhere: a search made of its words, and the newest posts."""

import re
from urllib.parse import unquote

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from blog import listing_store
from blog.models import BlogPage
from search.query import MAX_TERMS, clean
from search.views import viewer_of

LATEST = 5
# The newest posts of all sites of this installation, of which those of the reader's site are shown.
LOOKED_AT = 50
_FILE_ENDING = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Parts of addresses that say where something is, not what it is.
_SUBJECTS = {"categories", "category", "tags", "tag", "authors", "author", "series"}
_PLACES = _SUBJECTS | {"blog", "posts", "post", "page", "archive", "index"}


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Status 404 with a page that helps; a bare sentence should even the database be away."""
    try:
        context = {"suggested_query": suggested_query(request.path), "latest_posts": latest_posts(request)}
        return HttpResponseNotFound(render_to_string("404.html", context, request))
    except DatabaseError:
        return HttpResponseNotFound(
            _("There is no page at this address."), content_type="text/plain; charset=utf-8"
        )


def suggested_query(path: str) -> str:
    """The words of the path's last part that has any, such as "first blog" for /blog/my-first-blog.html."""
    for part in reversed(clean(unquote(path, errors="replace")).split("/")):
        words = _WORD.findall(_FILE_ENDING.sub("", part).replace("_", " "))
        if words and part.lower() not in _PLACES:
            return " ".join(words[:MAX_TERMS])
    return ""


def latest_posts(request: HttpRequest) -> list[BlogPage]:
    """The newest public posts of this site, with what a line of a list shows; three queries at any size."""
    blog_ids = {blog.pk for blog in listing_store.public_blogs(viewer_of(request).root)}
    # Chosen here and not by the database, which would sort all posts of all blogs to find the newest of some.
    newest = listing_store.entries("all").values_list("post_id", "blog_id")[:LOOKED_AT]
    ids = [post_id for post_id, blog_id in newest if blog_id in blog_ids][:LATEST]
    posts = BlogPage.objects.defer("body").in_bulk(ids)
    return [posts[pk] for pk in ids if pk in posts]
