"""Pictures and documents of an old site, stored once for each content."""

from __future__ import annotations

import errno
import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from core.media.damage import DAMAGE
from core.media.uploads import ENDINGS, CleanPicture, clean_picture
from core.models import SiteDocument, SiteImage
from porting.models import ImportedMedia
from porting.packages import PackageError

from .found import Found

#: Formats no browser shows everywhere; they become PNG, which loses nothing.
_REWRITTEN = ("BMP", "TIFF", "ICO")
_SAME = {"MPO": "JPEG"}


#: What keeps every file from being kept: no room, or a place nobody may write to.
_HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR}


class StorageError(Exception):
    """Why no file can be kept at all, in a sentence. An import stops then, and can go on once that is mended."""


class MediaError(Exception):
    """Why a file cannot be kept, in a sentence."""


class MediaStore:
    """Gives the ids of stored files. What one blog brought under an address or with a content is used again."""

    def __init__(self, blog_key: str, user: Any = None) -> None:
        self.blog_key, self.user = blog_key, user
        self.stored = 0
        rows = ImportedMedia.objects.filter(blog_key=blog_key)
        self._known: dict[tuple[str, str], ImportedMedia] = {}
        self._contents: dict[tuple[str, str], ImportedMedia] = {}
        for row in rows:
            self._remember(row, "image" if row.image_id else "document")

    def image(self, found: Found, alt: str = "") -> int:
        """Id of the picture; MediaError when the file is none or is broken."""
        return self._id("image", found, alt)

    def document(self, found: Found) -> int:
        """Id of the document; MediaError when it cannot be read or is too large."""
        return self._id("document", found, "")

    def lookup(self, kind: str, address: str) -> int | None:
        """Id of the ``image`` or ``document`` that was stored under an address, or None."""
        row = self._known.get((kind, _digest(f"{kind} {address}".encode())))
        return getattr(row, f"{kind}_id") if row is not None else None

    def _id(self, kind: str, found: Found, alt: str) -> int:
        url_hash = _digest(f"{kind} {found.address}".encode())
        row = self._known.get((kind, url_hash))
        if row is None:
            row = self._store(kind, found, url_hash, alt)
        return getattr(row, f"{kind}_id")

    def _store(self, kind: str, found: Found, url_hash: str, alt: str) -> ImportedMedia:
        try:
            data = found.read()
        except PackageError as error:
            raise MediaError(str(error)) from error
        if not data:
            raise MediaError(_("The file is empty."))
        digest = _digest(data)
        twin = self._contents.get((kind, digest))
        row = ImportedMedia(
            blog_key=self.blog_key, url=found.address[:2000], url_hash=url_hash, sha256=digest
        )
        with transaction.atomic():
            if twin is not None:
                row.image_id, row.document_id = twin.image_id, twin.document_id
            elif kind == "image":
                row.image = self._new_image(found, data, alt)
            else:
                row.document = self._new_document(found, data)
            row.save()
        self._remember(row, kind)
        return row

    def _remember(self, row: ImportedMedia, kind: str) -> None:
        self._known[kind, row.url_hash] = row
        self._contents.setdefault((kind, row.sha256), row)

    def _new_image(self, found: Found, data: bytes, alt: str) -> SiteImage:
        picture = cleaned(data, found.name)
        image = SiteImage(
            title=(found.title or PurePosixPath(found.name).stem)[:255],
            description=(found.alt or alt)[:255],
            uploaded_by_user=self.user,
        )
        with _writing():
            image.file.save(picture.name, picture, save=False)
        image.save()
        self.stored += 1
        return image

    def _new_document(self, found: Found, data: bytes) -> SiteDocument:
        if len(data) > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE * 4:
            raise MediaError(_("The file is too large to be offered for download."))
        document = SiteDocument(title=(found.title or found.name)[:255], uploaded_by_user=self.user)
        with _writing():
            document.file.save(found.name, ContentFile(data), save=False)
        document.file_size = len(data)
        document.save()
        self.stored += 1
        return document


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _HOPELESS:
            raise
        message = _(
            "Pictures and files cannot be kept on the server: %(error)s. When that is mended, the import can go on "
            "where it was."
        )
        raise StorageError(message % {"error": error.strerror}) from error


def cleaned(data: bytes, name: str) -> CleanPicture:
    """The picture without private notes, under a name that fits what it is; MediaError when it is none."""
    kind = _kind(data)
    if kind in _REWRITTEN:
        data, kind = _as_png(data), "PNG"
    path = PurePosixPath(name)
    if kind in ENDINGS and path.suffix.lower() not in ENDINGS[kind]:
        # What is in the file counts: old sites often named a PNG .jpg, or nothing at all.
        name = f"{path.stem or 'picture'}{'.jpg' if kind == 'JPEG' else sorted(ENDINGS[kind])[0]}"
    try:
        return clean_picture(ContentFile(data, name=name))
    except ValidationError as error:
        raise MediaError(" ".join(error.messages)) from error


def _kind(data: bytes) -> str:
    if b"<svg" in data[:4096].lower():
        raise MediaError(_("SVG pictures cannot be stored here, because they may hold scripts."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                return _SAME.get(picture.format or "", picture.format or "")
    except DAMAGE:
        return ""


def _as_png(data: bytes) -> bytes:
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                raise MediaError(_("This picture has too many pixels."))
            picture.convert("RGBA" if picture.mode in ("RGBA", "P", "LA") else "RGB").save(out, "PNG")
    except DAMAGE as error:
        raise MediaError(_("This picture is damaged.")) from error
    return out.getvalue()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
