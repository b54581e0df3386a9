"""What is compressed on its way to the browser: texts, not what is compressed already."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXTS = ("text/", "application/json", "application/xml", "application/manifest+json", "application/x-ndjson")


class TextGZipMiddleware(GZipMiddleware):
    """Django's GZip for texts alone: a picture would become no smaller, lose its length and cost time."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress ``response`` if it is a text, such as HTML, a feed (…+xml) or JSON."""
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind.startswith(_TEXTS) or kind.endswith(("+xml", "+json", "javascript")):
            return super().process_response(request, response)
        return response
