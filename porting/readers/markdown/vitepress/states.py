"""Who may see a page, as fields and settings of VuePress' themes say it.

https://theme-hope.vuejs.press/guide/feature/encrypt.html has ``encrypt.config`` with passwords for paths,
https://theme-plume.vuejs.press/guide/features/encryption/ ``encrypt.rules``, vuepress-theme-reco ``keys`` and
``keyPage``, vuepress-plugin-posts-encrypt ``secret`` and ``checkAll`` with ``passwd``. Parts of a page stand in
``::: encrypt password="…"``.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _

from porting.readers.markdown import fields
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.text.masks import mask
from porting.readers.markdown.vitepress.program import Said

HEEDED = {"article", "keys", "secret"}
PART = re.compile(r"^(?P<lead>[ \t>]*+:{3,}[ \t]*+)encrypt\b(?P<said>[^\n]*)", re.MULTILINE)
NOT_LISTED = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
WORD = re.compile(r"\b(?:password|pwd)\s*+=\s*+(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"']++))")


class Locks:
    """Passwords of whole folders. ``unread`` says whether there are some that only a program knows."""

    def __init__(
        self,
        encrypt: Said | None = None,
        traces: Said | None = None,
        everywhere: Said | None = None,
        usual: Said | None = None,
    ) -> None:
        encrypt, traces = encrypt or Said(), traces or Said()
        # Of ``keyPage`` only traces of passwords are known, and they were asked for on every page.
        self.unread = encrypt.unread or traces.unread or any(map(_holds_any, traces.values))
        self.passwords: dict[str, str] = {}
        self.of_parts = ""  # what is asked for parts of pages that say no password
        if everywhere and (everywhere.unread or any(everywhere.values)):
            self._lock("/", usual.values if usual and not usual.unread else "")
        for said in encrypt.values:
            self._take(fields.mapping(said))
            self.unread = self.unread or (isinstance(said, str | list) and bool(said))

    def _take(self, said: dict[str, Any]) -> None:
        for name in ("config", "rules"):
            for place, given in fields.mapping(said.get(name)).items():
                self._lock(str(place), given)
        self.of_parts = self.of_parts or first_password(said.get("password"))
        everywhere = said.get("global")
        if everywhere and everywhere is not True:  # vuepress-theme-hope 1
            self._lock("/", everywhere)
        elif everywhere or said.get("status") == "global":
            self._lock("/", said.get("admin"))

    def _lock(self, place: str, given: Any) -> None:
        password = first_password(given)
        if not password or place.startswith("^"):
            self.unread = True
        else:
            self.passwords[unquote(place).removesuffix(".md").strip("/")] = password

    def password_of(self, *places: str) -> str:
        """The password of a page, by its address and the place of its file; that of the longest path counts."""
        bare = [unquote(place).strip("/") for place in places]
        fitting = [lock for lock in self.passwords if any(place.startswith(lock) for place in bare)]
        return self.passwords[max(fitting, key=len)] if fitting else ""


def _holds_any(given: Any) -> bool:
    """Whether there is a password, or a trace of one: a theme's example without any asks for none."""
    given = given.get("keys") if isinstance(given, dict) else given
    return any(given) if isinstance(given, list) else bool(given)


def first_password(given: Any) -> str:
    """The first of several passwords; empty when none is written out."""
    if isinstance(given, dict):
        given = given.get("password")
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, str | int | float) and not isinstance(one, bool) and str(one).strip():
            return f"{one:.0f}" if isinstance(one, float) else str(one).strip()
    return ""


def settle(entry: Entry) -> None:
    """Heed a page's own fields: several passwords, traces of them, pages for those who were let in elsewhere."""
    data = entry.data
    password = data.get("password")
    if isinstance(password, list | dict) and password:
        data["password"] = first_password(password)
        if not data["password"]:
            _close(entry)
    if password is True or _holds_any(data.get("keys")) or fields.truth(data.get("secret")):
        _close(entry)


def close_parts(entry: Entry, usual: str) -> None:
    """Ask for a part's password on the whole page, because a part cannot be closed by itself."""
    found = list(PART.finditer(mask(entry.body)[0])) if "encrypt" in entry.body else []
    if not found:
        return
    said = (WORD.search(one["said"]) for one in found)
    passwords = {(one["a"] or one["b"] or one["c"] or "") if one else usual for one in said}
    own = first_password(entry.data.get("password"))
    if len(passwords | ({own} if own else set())) > 1 or "" in passwords:
        _close(entry)
        return
    entry.data["password"] = passwords.pop()
    entry.notes.report(
        "hidden", _("A part of the page asked for a password. Here the whole page asks for it.")
    )


def without_passwords(text: str) -> str:
    """The text, whose code is hidden, with such parts as notes, whose titles would else be their passwords."""
    return PART.sub(lambda found: f"{found['lead']}note", text)


def _close(entry: Entry) -> None:
    entry.draft = True
    entry.notes.report(
        "hidden", _("Readers were asked for a password that cannot be read here; it is a draft.")
    )


def is_unlisted(entry: Entry) -> bool:
    """Whether a post was in no list of the blog, or search engines were to leave the page out."""
    tags = entry.data.get("head")
    rows = (row for row in (tags if isinstance(tags, list) else []) if isinstance(row, list) and len(row) > 1)
    robots = (fields.mapping(row[1]) for row in rows if row[0] == "meta")
    closed = any(
        str(one.get("name")).lower() == "robots" and NOT_LISTED.search(str(one.get("content")))
        for one in robots
    )
    return closed or (entry.kind == "post" and fields.said_no(entry.data, "article"))
