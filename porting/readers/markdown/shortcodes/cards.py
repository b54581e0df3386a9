"""Shortcodes that show a card for something elsewhere: a post of the blog, a repository (Blowfish and its like)."""

from __future__ import annotations

import re
from html import escape

from porting.readers.markdown.shortcodes.use import Shortcode

REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+$")
HOSTS = {"github": "https://github.com", "codeberg": "https://codeberg.org", "gitea": "https://gitea.com"}


def article(code: Shortcode) -> str | None:
    """A card with a post's title: a link to it."""
    wanted = code.get("link", "url", "path", at=0)
    found = code.find_post(wanted.partition("#")[0]) if wanted else ""
    if not wanted or code.inner.strip():
        return None
    title = code.title_of(found) if found else ""
    return _linked(code, f"source:{found}" if found else wanted, title or wanted)


def repository(code: Shortcode) -> str | None:
    """A card with the name and numbers of a repository: a link to it."""
    name = code.get("repo", "repository", at=0)
    server = code.get("server").rstrip("/") or HOSTS.get(code.name.lower(), "")
    if not (REPOSITORY.match(name) and server.startswith("https://")):
        return None
    return _linked(code, f"{server}/{name}", name)


def _linked(code: Shortcode, address: str, label: str) -> str:
    link = f'<a href="{escape(address)}">{escape(label)}</a>'
    return code.line(f"<p>{link}</p>") if code.flow else link
