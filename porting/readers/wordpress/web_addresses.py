"""The parts of addresses as authors typed them, which need not be any."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def parts_of(address: str) -> SplitResult:
    """The parts of an address; what is none, such as ``http://[name]/``, is a path as a whole."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")
