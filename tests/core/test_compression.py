"""Texts are compressed for browsers that can read it, pictures and archives never."""

import gzip

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from core.compression import TextGZipMiddleware

REQUEST = RequestFactory().get("/", headers={"Accept-Encoding": "gzip, deflate, br"})
CONTENT = b"a line of text, and again; " * 40


def answered(response):
    return TextGZipMiddleware(lambda _request: response)(REQUEST)


@pytest.mark.parametrize(
    "kind",
    [
        "text/html; charset=utf-8",
        "application/rss+xml; charset=utf-8",
        "application/xml",
        "application/feed+json",
        "application/opensearchdescription+xml",
        "text/javascript",
    ],
)
def test_a_text_is_compressed(kind):
    response = answered(HttpResponse(CONTENT, content_type=kind))
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == CONTENT
    assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize("kind", ["image/avif", "image/webp", "application/zip", "video/mp4", ""])
def test_anything_else_is_sent_as_it_is_with_its_length(kind):
    response = HttpResponse(CONTENT, headers={"Content-Type": kind, "Content-Length": str(len(CONTENT))})
    response = answered(response)
    assert "Content-Encoding" not in response
    assert response["Content-Length"] == str(len(CONTENT))
    assert response.content == CONTENT


def test_a_streamed_picture_is_sent_as_it_is():
    response = answered(StreamingHttpResponse([CONTENT], content_type="image/png"))
    assert "Content-Encoding" not in response
    assert response.getvalue() == CONTENT
