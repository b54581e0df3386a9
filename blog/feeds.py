"""RSS, Atom and JSON Feed of a list. Knows no model."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from blog.listings import Subject


def feed_response(blog: Any, request: HttpRequest, subject: Subject, file_name: str) -> HttpResponse:
    """The newest posts of a list as a feed; ``file_name`` is rss.xml, atom.xml or feed.json."""
    raise Http404
