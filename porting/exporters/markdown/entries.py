"""One post or page of a Markdown export: its file, its draft and its comments."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from porting.document import SourceComment, SourcePost
from porting.exporters.addresses import with_addresses
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import Destination, shortened
from porting.exporters.markdown.body import to_markdown
from porting.exporters.markdown.front_matter import document, front_matter, is_public
from porting.exporters.markdown.media import MediaFolder


class Entries:
    """Writes posts and pages, and counts what it wrote."""

    def __init__(
        self, blog: OwnBlog, place: Destination, media: MediaFolder, callouts: dict[str, str]
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._place = place
        self._media = media
        self._callouts = callouts
        self._paths = {str(key): path for key, path in blog.posts.paths.items()}

    def write(self, post: SourcePost) -> None:
        """Write everything of one post or page."""
        folder = folder_of(post)
        private = "" if is_public(post) else folder
        pictures = {
            picture.url: self._media.address(picture.url, private) or picture.url
            for picture in (post.cover, post.social_image)
            if picture is not None
        }
        head = front_matter(post, self._paths[post.source_id], pictures)
        self._place.write(f"{folder}/index.md", document(head, self._body(post.html, private)))
        self.counts["posts" if post.kind == "post" else "pages"] += 1
        if "draft" in post.kept:
            self._write_draft(post, folder)
        if post.comments:
            self._write_comments(post.comments, folder)

    def _write_draft(self, post: SourcePost, folder: str) -> None:
        """Changes readers do not see yet, away from what other systems build."""
        draft: Any = post.kept["draft"]
        head = {"title": draft["title"], "description": draft["summary"], "draft": True}
        head["colophon"] = {"draft_of": post.source_id}
        target = f"drafts/{folder}"
        self._place.write(f"{target}/index.md", document(head, self._body(draft["html"], target)))
        self.counts["drafts"] += 1

    def _write_comments(self, comments: list[SourceComment], folder: str) -> None:
        rows = [_comment(one) for one in comments]
        self._place.write(f"comments/{folder}.json", json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        self.counts["comments"] += len(rows)

    def _body(self, html: str, private: str) -> str:
        return to_markdown(
            with_addresses(html, lambda address: self._address(address, private)), self._callouts
        )

    def _address(self, address: str, private: str) -> str:
        """An exported page by its path, a file by its place in the export; anything else as it is."""
        if address.startswith("source:"):
            key, mark, fragment = address.removeprefix("source:").partition("#")
            return self._paths[key] + mark + fragment
        return self._media.address(address, private) or address


def folder_of(post: SourcePost) -> str:
    """The folder a post or page gets, such as ``blog/2024-05-01-hello`` or ``pages/about.team``.

    Unique, as addresses are. None is inside another one: Hugo takes what lies in a page's folder for files of that
    page, and makes no page of it.
    """
    if post.kind == "page":
        return f"pages/{shortened(urlsplit(post.addresses[0]).path.strip('/').replace('/', '.'))}"
    day = timezone.localtime(post.date).strftime("%Y-%m-%d-") if post.date else ""
    return f"blog/{shortened(day + post.slug)}"


def _comment(comment: SourceComment) -> dict[str, Any]:
    values = {
        "id": comment.source_id,
        "parent": comment.parent_id,
        "author": comment.author_name,
        "url": comment.author_url,
        "date": comment.date.isoformat() if comment.date else "",
        "state": comment.state.value,
        "kind": comment.kind,
        "html": comment.html,
    }
    return {name: value for name, value in values.items() if value}
