"""Asking the site itself for its pages, as an anonymous reader would, without a server and without the network."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.db import IntegrityError, reset_queries
from django.http import Http404
from django.urls import get_resolver

from core.media.making import make
from core.media.offered import made_at_once
from porting.exporters.moment import outside

#: Where nothing is.
MISSING = "/there-is-no-such-page-here/"


@dataclass
class Answer:
    """What the site says at an address. ``location`` is where a redirect leads; ``kind`` the media type."""

    status: int
    kind: str
    body: bytes = b""
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Renderer(BaseHandler):
    """Answers for one site. ``roots`` are the ways pages may write its own address, ``unmade`` the titles of pictures
    that could not be had, and where each was missed first.
    """

    def __init__(self, site: Any) -> None:
        super().__init__()
        self.load_middleware()
        self.unmade: dict[str, str] = {}
        own = urlsplit(site.root_url)
        self._secure = own.scheme == "https" or bool(getattr(settings, "SECURE_SSL_REDIRECT", False))
        scheme = "https" if self._secure else "http"
        self._host, self._port = own.hostname or "localhost", str(own.port or (443 if self._secure else 80))
        name = self._host if own.port in (None, 80, 443) else f"{self._host}:{own.port}"
        configured = str(getattr(settings, "SITE_URL", "") or "").rstrip("/")
        self.roots = list(dict.fromkeys(filter(None, (configured, f"{scheme}://{name}", site.root_url))))
        self._name = name

    def get(self, path: str) -> Answer:
        """Ask for a path such as ``/blog/``. Answers in any status; exceptions are those of the site's own code."""
        with made_at_once(partial(self._make, path)):
            response = self.get_response(WSGIRequest(self._environ(path)))
        if settings.DEBUG:
            reset_queries()  # they would pile up
        kind = response.get("Content-Type", "").partition(";")[0].strip()
        body = b"".join(response) if response.streaming else response.content
        _close(response)
        return Answer(response.status_code, kind, body, response.get("Location", ""), dict(response.items()))

    def _make(self, path: str, image: Any, wanted: list[str]) -> dict[str, Any]:
        """A picture's sizes, written down apart: the pages are read as they were at one moment."""
        try:
            made = outside(make, image, wanted)
        except IntegrityError:  # deleted since that moment
            made = {}
        if not made:
            self.unmade.setdefault(image.title, path)
        return made

    def _get_response(self, request: WSGIRequest) -> Any:
        """Ask for the page for missing addresses by name: while developing, Django shows one of its own."""
        if request.path == MISSING:
            return get_resolver().resolve_error_handler(404)(request, exception=Http404())
        return super()._get_response(request)

    def _environ(self, path: str) -> dict[str, Any]:
        address = urlsplit(path)
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": unquote(address.path).encode().decode("latin-1"),
            "QUERY_STRING": address.query,
            "SCRIPT_NAME": "",
            "SERVER_NAME": self._host,
            "SERVER_PORT": self._port,
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": self._name,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "https" if self._secure else "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        proxy = getattr(settings, "SECURE_PROXY_SSL_HEADER", None)
        if self._secure and proxy:
            environ[proxy[0]] = proxy[1]
        return environ


def _close(response: Any) -> None:
    """Close what the response holds open, without telling Django that a request ended: none began."""
    for close in getattr(response, "_resource_closers", ()):
        close()
