"""Fetching from an old site never reaches into this network, and never takes more than it should."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from core.models import SiteImage
from porting.importer import source as sources
from porting.importer.options import ImportOptions
from porting.importer.run import import_source
from porting.media.fetch import Fetcher, is_public
from porting.models import ImportRun
from porting.packages import Package
from tests.porting.source import blog, picture, post

ANSWERS = {
    "/a.png": (200, {"Content-Type": "image/png"}, b"picture"),
    "/moved": (302, {"Location": "/a.png"}, b""),
    "/inside": (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<p>Sign in</p>"),
    "/large": (200, {"Content-Type": "image/png", "Content-Length": "99999999"}, b""),
    "/cut": (200, {"Content-Type": "application/pdf", "Content-Length": "900"}, b"%PDF-1.4 and no more"),
    "/endless": (200, {"Content-Type": "image/png"}, b"x" * 5000),
}
asked: list[str] = []


class OldSite(BaseHTTPRequestHandler):
    """Answers as an old site might."""

    def do_GET(self) -> None:
        asked.append(self.path)
        status, headers, content = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def old_site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), OldSite)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def here_only(address: str) -> bool:
    return address == "127.0.0.1"


@pytest.mark.parametrize("path", ["/a.png", "/moved"])
def test_a_file_is_fetched_also_through_redirects(old_site, path):
    assert Fetcher(allowed=here_only).fetch(old_site + path) == b"picture"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/inside", "public net"),
        ("/file", "web addresses"),
        ("/loop", "redirect"),
        ("/page", "page instead"),
        ("/large", "larger"),
        ("/endless", "larger"),
        ("/cut", "cut off"),
        ("/gone", "404"),
    ],
)
def test_what_must_not_be_fetched_is_refused_with_a_reason(old_site, path, why):
    fetcher = Fetcher(allowed=here_only, max_bytes=1000)

    assert fetcher.fetch(old_site + path) is None
    assert why in fetcher.failures[old_site + path]


def test_a_server_that_never_comes_to_the_point_is_left_in_time():
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        threading.Thread(target=drip, args=[server], daemon=True).start()
        fetcher, started = Fetcher(allowed=here_only, max_seconds=0.5), time.monotonic()

        assert fetcher.fetch(url) is None

    assert time.monotonic() - started < 5
    assert fetcher.failures[url]


def drip(server: socket.socket) -> None:
    """Send the head of an answer so slowly that no single wait is long."""
    connection, _address = server.accept()
    with connection, contextlib.suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _letter in range(100):
            connection.sendall(b"x")
            time.sleep(0.1)


def test_this_machine_is_no_old_site(old_site):
    fetcher = Fetcher()

    assert fetcher.fetch(f"{old_site}/a.png") is None
    assert fetcher.fetch(f"{old_site}/a.png".replace("127.0.0.1", "localhost")) is None
    assert all("public net" in reason for reason in fetcher.failures.values())


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1"),
    ],
)
def test_no_address_of_a_private_net_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"])
def test_addresses_of_the_public_net_are(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "http://user:pw@example.org/a", "http:///a", "http://[x/", "data:,"]
)
def test_odd_addresses_are_refused(url):
    fetcher = Fetcher()

    assert fetcher.fetch(url) is None
    assert fetcher.failures[url]


def test_what_failed_once_is_not_tried_again(old_site):
    fetcher = Fetcher(allowed=here_only)
    fetcher.fetch(f"{old_site}/gone")
    ANSWERS["/gone"] = (200, {}, b"late")

    assert fetcher.fetch(f"{old_site}/gone") is None
    del ANSWERS["/gone"]


@pytest.mark.django_db
def test_a_file_many_posts_show_is_fetched_once(home, old_site, tmp_path):
    ANSWERS["/red.png"] = (200, {"Content-Type": "image/png"}, picture())
    asked.clear()
    posts = [post(name, html=f'<p><img src="{old_site}/red.png" alt=""></p>') for name in ("one", "two")]
    ready = sources.prepared(blog(*posts), Package.open(tmp_path), ImportOptions(fetch_media=True))
    ready.resolver.fetcher = Fetcher(allowed=here_only)

    import_source(ImportRun(source="test"), ready, ImportOptions(), lambda *progress: None)

    assert SiteImage.objects.count() == 1
    assert asked == ["/red.png"]
