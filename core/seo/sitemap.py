"""Sitemaps (sitemaps.org/protocol.html) with pictures (Google's image extension).

Sections know their pages; this only numbers and writes them. The index names no dates: a true one would cost
a walk over every post each time it is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from typing import Protocol
from xml.sax.xmlreader import AttributesImpl

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from core.models import SiteSettings
from core.seo.urls import absolute_url

#: Far below the protocol's 50,000, so that a file is written in well under a second.
LIMIT = 5000
XMLNS = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
XMLNS_IMAGE = {"xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1"}


@dataclass(frozen=True)
class SitemapEntry:
    """A page: rooted or full address, when it last changed, addresses of its pictures."""

    url: str
    modified: datetime | None = None
    images: list[str] = field(default_factory=list)


class Section(Protocol):
    """A part of the sitemap for one request."""

    def count(self) -> int:
        """How many entries there may be; some of them may be left out of a file."""

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """The entries from number ``start``, counted from 0, to before ``stop``."""


Sections = Mapping[str, Callable[[HttpRequest], Section]]


@require_safe
def sitemap_index(request: HttpRequest, sections: Sections) -> HttpResponse:
    """The list of all files; each section has as many as it needs."""
    _refuse_unless_indexed(request)
    entries = (
        SitemapEntry(file_path(name, number))
        for name, section in sections.items()
        for number in range(1, _files(section(request).count()) + 1)
    )
    return _response("sitemapindex", XMLNS, "sitemap", entries, request)


@require_safe
def sitemap_section(
    request: HttpRequest, sections: Sections, name: str, number: str | None = None
) -> HttpResponse:
    """One file; Http404 for a section or number that does not exist."""
    _refuse_unless_indexed(request)
    position = int(number or 1)
    if name not in sections or number == "1":
        raise Http404("No such sitemap.")
    section = sections[name](request)
    if position > _files(section.count()):
        raise Http404("No such sitemap.")
    entries = section.entries((position - 1) * LIMIT, position * LIMIT)
    return _response("urlset", {**XMLNS, **XMLNS_IMAGE}, "url", entries, request)


def file_path(name: str, number: int) -> str:
    """The rooted path of a section's file; the first has no number."""
    if number == 1:
        return reverse("sitemap_section", kwargs={"name": name})
    return reverse("sitemap_section", kwargs={"name": name, "number": str(number)})


def _files(count: int) -> int:
    return -(-count // LIMIT)


def _refuse_unless_indexed(request: HttpRequest) -> None:
    if not SiteSettings.for_request(request).search_engine_indexing:
        raise Http404("This site is not to be indexed.")


def _response(
    root: str, attributes: dict[str, str], element: str, entries: Iterable[SitemapEntry], request: HttpRequest
) -> HttpResponse:
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement(root, AttributesImpl(attributes))
    for name, value, opens in _elements(element, entries, request):
        if value is not None:
            xml.addQuickElement(name, value)
        elif opens:
            xml.startElement(name, AttributesImpl({}))
        else:
            xml.endElement(name)
    xml.endElement(root)
    response = HttpResponse(text.getvalue(), content_type="application/xml; charset=utf-8")
    # The file itself is nothing to find in a search.
    response["X-Robots-Tag"] = "noindex"
    return response


def _elements(
    element: str, entries: Iterable[SitemapEntry], request: HttpRequest
) -> Iterator[tuple[str, str | None, bool]]:
    """Names and texts of elements; without a text, whether the element opens or closes."""
    for entry in entries:
        yield element, None, True
        yield "loc", absolute_url(request, entry.url), True
        if entry.modified:
            yield "lastmod", entry.modified.isoformat(timespec="seconds"), True
        for image in entry.images:
            yield "image:image", None, True
            yield "image:loc", absolute_url(request, image), True
            yield "image:image", None, False
        yield element, None, False
