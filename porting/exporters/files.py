"""The pictures and documents an export takes along: noted as they are met, opened when they are written."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from django.core.files.storage import Storage

from porting.document import Picture, SourceMedia


class Files:
    """Every file the collected posts use, by its address. Filled while posts are read, so ask for it last."""

    def __init__(self) -> None:
        self.media: dict[str, SourceMedia] = {}
        self._storages: dict[str, Storage] = {}
        self._details: dict[str, dict[str, Any]] = {}

    def picture(self, image: Any) -> str:
        """Note a picture; return the address bodies call it by, or "" when there is none."""
        if image is None or not image.file:
            return ""
        details = {"credit": image.credit, "width": image.width, "height": image.height}
        focal = image.get_focal_point()
        if focal is not None:
            details["focal_point"] = [focal.centroid.x, focal.centroid.y, focal.width, focal.height]
        return self._note(f"image-{image.pk}", image.file, image.title, image.description, details)

    def document(self, document: Any) -> str:
        """Note a document; return its address."""
        if document is None or not document.file:
            return ""
        return self._note(f"document-{document.pk}", document.file, document.title, "", {})

    def as_picture(self, image: Any, alt: str = "") -> Picture | None:
        """A picture of a post's own fields, such as its cover."""
        url = self.picture(image)
        return Picture(url=url, alt=alt) if url else None

    def open(self, media: SourceMedia) -> BinaryIO:
        """The original file. OSError when it is gone from the storage."""
        return self._storages[media.url].open(media.path, "rb")

    def details(self, media: SourceMedia) -> dict[str, Any]:
        """What else is known: ``credit``, ``width``, ``height``, ``focal_point`` (x, y, width, height in pixels)."""
        return {name: value for name, value in self._details.get(media.url, {}).items() if value}

    def _note(self, key: str, file: Any, title: str, alt: str, details: dict[str, Any]) -> str:
        url = file.url
        if url not in self.media:
            self.media[url] = SourceMedia(url=url, source_id=key, path=file.name, title=title, alt=alt)
            self._storages[url] = file.storage
            self._details[url] = details
        return url


def media_type(name: str) -> str:
    """The type of a file by its name, such as ``image/avif``."""
    own = {".avif": "image/avif", ".webp": "image/webp"}
    found = mimetypes.guess_type(name)[0]
    return found or own.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
