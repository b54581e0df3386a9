"""Titles: every page needs one, some posts have none."""

from __future__ import annotations

import html
import re

from django.utils.translation import gettext as _

from porting.document import SourcePost

MAX = 255
_TAG = re.compile(r"<[^>]*>")
_WORDS = 8


def title_of(post: SourcePost) -> str:
    """The post's title on one line; without one its first words, its slug, or a word that says so."""
    title = " ".join(post.title.split())
    if title:
        return _cut(title)
    words = html.unescape(_TAG.sub(" ", post.html[:5000])).split()
    if words:
        return _cut(" ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else ""))
    return _cut(post.slug.replace("-", " ").strip()) or _("Untitled")


def was_changed(post: SourcePost) -> str:
    """A sentence for the report when the page's title is not the post's own; otherwise empty."""
    title = " ".join(post.title.split())
    if not title:
        return _("It had no title. Its first words stand for one.")
    if len(title) <= MAX:
        return ""
    said = _("Its title was longer than %(limit)d characters and was cut: %(title)s")
    return said % {"limit": MAX, "title": title}


def _cut(text: str) -> str:
    return text if len(text) <= MAX else text[: MAX - 1].rstrip() + "…"
