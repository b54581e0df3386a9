"""Fetching files from the old site: only from public hosts, never more than was asked for.

A blog's text is written by strangers, so an address in it may point at a machine inside this network. Every host,
also that of each redirect, is looked up first, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from django.utils.translation import gettext as _

AGENT = "Colophon-import/1"
_REDIRECTS = {301, 302, 303, 307, 308}
_CHUNK = 65_536


class FetchError(Exception):
    """Why a file was not fetched, in a sentence."""


def is_public(address: str) -> bool:
    """Whether a network address belongs to the public net, in whatever form it is written."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


@dataclass
class Fetcher:
    """Fetches files and remembers what failed and why, by address. Sizes in bytes, times in seconds."""

    max_bytes: int = 30_000_000
    max_seconds: float = 60
    timeout: float = 10
    max_redirects: int = 5
    allowed: Callable[[str], bool] = is_public
    failures: dict[str, str] = field(default_factory=dict)

    def fetch(self, url: str) -> bytes | None:
        """The content of a file; None when it cannot or must not be fetched, which is noted and not tried again."""
        if url in self.failures:
            return None
        try:
            return self._follow(url, time.monotonic() + self.max_seconds)
        except FetchError as error:
            self.failures[url] = str(error)
        except (OSError, http.client.HTTPException, ValueError) as error:
            about = str(error) or type(error).__name__
            self.failures[url] = _("The old site did not answer: %(error)s") % {"error": about}
        return None

    def _follow(self, url: str, deadline: float) -> bytes:
        for _hop in range(self.max_redirects + 1):
            self._hurry(deadline)
            connection, target = self._connect(url)
            # A server may also send its head, or its part of the handshake, a letter at a time for ever.
            watch = threading.Timer(max(deadline - time.monotonic(), 0), connection.cut)
            watch.daemon = True
            watch.start()
            try:
                connection.request("GET", target, headers={"User-Agent": AGENT, "Accept": "*/*"})
                response = connection.getresponse()
                if response.status in _REDIRECTS:
                    url = urljoin(url, response.getheader("Location") or "")
                    continue
                if response.status != http.client.OK:
                    raise FetchError(_("The old site answered %(status)d.") % {"status": response.status})
                return self._content(response, deadline)
            finally:
                watch.cancel()
                connection.close()
        raise FetchError(_("The address leads from one redirect to the next."))

    def _connect(self, url: str) -> tuple[_Pinned, str]:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise FetchError(_("Only plain web addresses are fetched."))
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
        address = self._public_address(host, port)
        connection: _Pinned
        if parts.scheme == "https":
            connection = _PinnedHTTPS(host, address, port, self.timeout)
        else:
            connection = _Pinned(host, address, port, self.timeout)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        return connection, path + (
            f"?{quote(parts.query, safe='=&%/:@!$()*+,;?~-._')}" if parts.query else ""
        )

    def _public_address(self, host: str, port: int) -> str:
        found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not found or not all(self.allowed(str(address)) for address in found):
            message = _("%(host)s is not on the public net, so nothing is fetched from it.")
            raise FetchError(message % {"host": host})
        return str(found[0])

    def _content(self, response: http.client.HTTPResponse, deadline: float) -> bytes:
        kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
        if kind in ("text/html", "application/xhtml+xml"):
            raise FetchError(_("The old site answered with a page instead of a file."))
        if int(response.getheader("Content-Length") or 0) > self.max_bytes:
            raise self._too_large()
        data = bytearray()
        while chunk := response.read1(_CHUNK):
            data += chunk
            if len(data) > self.max_bytes:
                raise self._too_large()
            self._hurry(deadline)
        self._hurry(deadline)
        if response.length:
            raise FetchError(_("The file was cut off on its way."))
        return bytes(data)

    def _too_large(self) -> FetchError:
        return FetchError(_("The file is larger than %(limit)d MB.") % {"limit": self.max_bytes // 1_000_000})

    def _hurry(self, deadline: float) -> None:
        if time.monotonic() > deadline:
            message = _("The file took longer than %(limit)d seconds.")
            raise FetchError(message % {"limit": round(self.max_seconds)})


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked, whatever the host's name leads to a moment later."""

    def __init__(self, host: str, address: str, port: int, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)

    def cut(self) -> None:
        """End it from another thread: whoever waits for an answer stops waiting."""
        with contextlib.suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


class _PinnedHTTPS(_Pinned):
    """The same with TLS, for the host's name."""

    default_port = 443

    def connect(self) -> None:
        super().connect()
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
