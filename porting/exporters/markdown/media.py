"""Where files of a Markdown export go: public ones into one folder, private ones beside the post they are of."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Problem
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import CHUNK, Destination

PUBLIC = "static/media"
PUBLIC_ADDRESS = "/media"


class MediaFolder:
    """Copies each file once to where it may be. What Docusaurus and Hugo publish holds nothing of a private post."""

    def __init__(self, blog: OwnBlog, place: Destination) -> None:
        self.problems: list[Problem] = []
        self.index: list[dict[str, Any]] = []
        self._blog = blog
        self._place = place
        self._placed: dict[tuple[str, str], str] = {}  # folder and content -> name
        self._known: dict[tuple[str, str], str] = {}  # folder and address -> new address

    @property
    def addresses(self) -> set[str]:
        """The addresses of all files asked for."""
        return {url for _, url in self._known}

    def address(self, url: str, private_folder: str = "") -> str:
        """The file's address in the export, after copying it there; "" when ``url`` is no file of the blog."""
        if url not in self._blog.files.media:
            return ""
        folder = private_folder or PUBLIC
        if (folder, url) not in self._known:
            self._known[folder, url] = self._take(url, folder)
        return self._known[folder, url]

    def _take(self, url: str, folder: str) -> str:
        media = self._blog.files.media[url]
        try:
            digest = self._digest(url)
            name = self._placed.get((folder, digest))
            if name is None:
                name = self._free_name(folder, PurePosixPath(media.path).name)
                with self._blog.files.open(media) as stream:
                    self._place.copy(f"{folder}/{name}", stream)
                self._placed[folder, digest] = name
        except OSError:
            detail = _("The file of “%(title)s” is missing from the media folder: %(path)s")
            detail %= {"title": media.title, "path": media.path}
            self.problems.append(Problem(media.source_id, "media", detail))
            return self._blog.root + url if url.startswith("/") else url
        self._list(url, f"{folder}/{name}")
        return f"{PUBLIC_ADDRESS}/{name}" if folder == PUBLIC else f"./{name}"

    def _digest(self, url: str) -> str:
        digest = hashlib.sha256()
        with self._blog.files.open(self._blog.files.media[url]) as stream:
            while piece := stream.read(CHUNK):
                digest.update(piece)
        return digest.hexdigest()

    def _free_name(self, folder: str, name: str) -> str:
        stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        number = 1
        while f"{folder}/{name}" in self._place.files:
            number += 1
            name = f"{stem}-{number}{suffix}"
        return name

    def _list(self, url: str, file: str) -> None:
        media = self._blog.files.media[url]
        entry = {"file": file, "id": media.source_id, "address": url, "title": media.title, "alt": media.alt}
        self.index.append(entry | self._blog.files.details(media))
