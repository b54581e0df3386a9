"""One file of our own export as a ``SourcePost``."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from blog.addresses import FEEDS, SECTIONS
from porting.document import CommentState, Picture, SourceComment, SourcePost, State
from porting.packages import Package
from porting.readers.colophon.body import to_dialect
from porting.readers.markdown.front import Front
from porting.readers.markdown.text.engine import rewrite_html

_KINDS = {section: kind for kind, section in SECTIONS.items()}
_OVERVIEWS = {"archive", *_KINDS}
_FEEDS = {FEEDS["rss"]: "feed", FEEDS["atom"]: "feed-atom", FEEDS["json"]: "feed-json"}
_PERIOD = re.compile(r"\d{4}(?:/\d{2})?")
#: Known elsewhere in the post; what is left of ``colophon:`` has no place here and is reported.
_USED = {
    "id",
    "state",
    "password",
    "social_image",
    "parent",
    "menu_order",
    "comments_open",
    "cover_alt_inherited",
    "cover_decorative",
}
_UNNEEDED = {"first_published", "last_published", "expired"}


@dataclass(frozen=True)
class Folder:
    """An export: where its files are, and where they were read."""

    package: Package
    base_url: str
    blog_path: str

    @property
    def host(self) -> str:
        """The host the blog had."""
        return urlsplit(self.base_url).hostname or ""

    def media_address(self, file: str) -> str:
        """The address bodies call a file by, as a whole."""
        return f"{self.base_url}/{file.removeprefix('static/')}"

    def _path(self, address: str) -> str:
        """An address's path, if it is of the blog and not on another host; "" for any other."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        is_own = parts.hostname in (None, self.host) and parts.path.startswith(self.blog_path)
        return parts.path if is_own else ""

    def list_target(self, address: str) -> str:
        """``tag:django`` for the address of that list; "" for any other."""
        path = self._path(address)
        parts = path.removeprefix(self.blog_path).strip("/").split("/")
        return f"{_KINDS[parts[0]]}:{parts[1]}" if path and len(parts) == 2 and parts[0] in _KINDS else ""

    def target(self, address: str) -> str:
        """What an address of the blog that is no post's means, as redirects say it; "" for any other."""
        path = self._path(address)
        if not path:
            return ""
        above, _, last = path.removesuffix("/").rpartition("/")
        if last in _FEEDS:
            return f"{_FEEDS[last]}:{self.list_target(f'{above}/')}"
        below = path.removeprefix(self.blog_path).strip("/")
        if _PERIOD.fullmatch(below):
            return f"archive:{below}"
        return f"overview:{below}" if below in _OVERVIEWS else self.list_target(address)


def to_post(front: Front, folder: Folder, name: str) -> SourcePost:
    """The post or page in the file called ``name``. ValueError or KeyError when it is damaged."""
    data, ours = front.data, front.data.get("colophon") or {}
    beside = posixpath.dirname(name)
    post = SourcePost(
        source_id=str(ours["id"]),
        title=str(data["title"]),
        html=rewrite_html(to_dialect(front.body), lambda address, _: _address(address, folder, beside)),
        kind="page" if name.startswith("pages/") else "post",
        slug=str(data.get("slug") or posixpath.basename(beside)),
        state=State(ours["state"]),
        date=_moment(data.get("date")),
        updated=_moment(data.get("lastmod")),
        password=str(ours.get("password", "")),
        expires=_moment(data.get("expiryDate")),
        addresses=[folder.base_url + data["url"]],
        aliases=[str(alias) for alias in data.get("aliases", [])],
        media_base=beside,
        source_path=name,
    )
    _add_words(post, data)
    _add_lists(post, data)
    _add_ours(post, data, ours, folder, beside)
    post.comments = _comments(folder.package, beside)
    return post


def _add_words(post: SourcePost, data: dict[str, Any]) -> None:
    post.summary = data.get("description", "")
    post.seo_title = data.get("seo_title", "")
    post.seo_description = data.get("seo_description", "")
    post.canonical_url = data.get("canonical_url", "")
    post.language = data.get("language", "")


def _add_lists(post: SourcePost, data: dict[str, Any]) -> None:
    post.authors = [str(key) for key in data.get("authors", [])]
    post.tags = [str(key) for key in data.get("tags", [])]
    post.categories = [str(key) for key in data.get("categories", [])]
    post.series = str(data.get("series", ""))
    post.series_position = data.get("series_position")
    post.unlisted = bool(data.get("unlisted"))
    post.featured = bool(data.get("featured"))


def _add_ours(
    post: SourcePost, data: dict[str, Any], ours: dict[str, Any], folder: Folder, beside: str
) -> None:
    if data.get("image"):
        alt = "" if ours.get("cover_alt_inherited") else data.get("image_alt", "")
        post.cover = Picture(
            _address(data["image"], folder, beside), alt, decorative=bool(ours.get("cover_decorative"))
        )
    if ours.get("social_image"):
        post.social_image = Picture(_address(ours["social_image"], folder, beside))
    post.parent = str(ours.get("parent", ""))
    post.menu_order = int(ours.get("menu_order", 0))
    post.comments_open = bool(ours.get("comments_open", True))
    post.kept = {key: value for key, value in ours.items() if key not in _USED | _UNNEEDED}
    draft = f"drafts/{beside}/index.md"
    if folder.package.exists(draft):
        post.kept["unpublished changes"] = draft
    go_live = _moment(data.get("publishDate"))
    if post.state is State.SCHEDULED:
        post.go_live = go_live
    if ours.get("expired") and post.expires and post.expires <= timezone.now():
        # Its time being over keeps it hidden; it is no draft.
        post.state = _restricted(ours.get("restrictions", []))
    post.members_only = any(one.get("kind") != "password" for one in ours.get("restrictions", []))
    if all(one.get("kind") != "groups" for one in ours.get("restrictions", [])):
        post.kept.pop("restrictions", None)


def _restricted(restrictions: list[dict[str, Any]]) -> State:
    kinds = {one.get("kind") for one in restrictions}
    if kinds == {"password"}:
        return State.PASSWORD
    return State.MEMBERS if kinds else State.PUBLISHED


def _address(address: str, folder: Folder, beside: str) -> str:
    """A link as the importer knows it: a file by its place, a list by its key, anything else as it is."""
    if address.startswith("./"):
        return folder.media_address(f"{beside}/{address[2:]}")
    return folder.list_target(address) or address


def _moment(value: Any) -> datetime | None:
    if not value:
        return None
    moment = datetime.fromisoformat(str(value))
    return moment if moment.tzinfo else timezone.make_aware(moment)


def _comments(package: Package, beside: str) -> list[SourceComment]:
    name = f"comments/{beside}.json"
    rows = json.loads(package.read(name)) if package.exists(name) else []
    return [
        SourceComment(
            source_id=row["id"],
            author_name=row.get("author", ""),
            html=row.get("html", ""),
            date=_moment(row.get("date")),
            parent_id=row.get("parent", ""),
            author_url=row.get("url", ""),
            state=CommentState(row["state"]),
            kind=row.get("kind", "comment"),
        )
        for row in rows
    ]
