"""Uploaded exports: in a folder of their own that is never served, and gone when the import is through.

An export holds drafts, mail addresses and passwords of posts.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.text import get_valid_filename

from porting.models import ImportRun

#: How long a run that nobody goes on with keeps its upload.
KEPT_FOR = timedelta(days=14)


def folder() -> Path:
    """The folder of all uploads; made when missing, closed to other accounts of the machine."""
    path = Path(settings.IMPORT_FOLDER)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def keep(*uploads: UploadedFile | None) -> list[str]:
    """Store uploads beside each other under their own names; returns their paths, "" for none."""
    place = folder() / uuid4().hex
    place.mkdir(mode=0o700)
    return [_keep_one(place, number, upload) for number, upload in enumerate(uploads)]


def _keep_one(place: Path, number: int, upload: UploadedFile | None) -> str:
    if upload is None:
        return ""
    inside = place / str(number)  # so that two files of one name do not meet
    inside.mkdir(mode=0o700)
    path = inside / get_valid_filename(upload.name or "upload")[-100:]
    with path.open("wb") as target:
        for piece in upload.chunks(1024 * 1024):
            target.write(piece)
    path.chmod(0o600)
    return str(path)


def is_there(run: ImportRun) -> bool:
    """Whether the run's upload is still there, so that it can go on."""
    return _place_of(run) is not None and Path(run.source).is_file()


def remove(run: ImportRun) -> None:
    """Delete what was uploaded for a run; never anything that was not."""
    place = _place_of(run)
    if place is not None:
        shutil.rmtree(place, ignore_errors=True)


def remove_forgotten() -> None:
    """Delete uploads whose run is gone, over, or has been left for two weeks."""
    wanted = ImportRun.objects.exclude(state=ImportRun.State.DONE).filter(seen__gt=timezone.now() - KEPT_FOR)
    kept = {place for run in wanted if (place := _place_of(run)) is not None}
    for place in folder().iterdir():
        if place.is_dir() and place not in kept:
            shutil.rmtree(place, ignore_errors=True)


def _place_of(run: ImportRun) -> Path | None:
    """The folder of a run's upload; None for a run from the command line."""
    place = Path(run.source).parent.parent
    return place if place.parent == Path(settings.IMPORT_FOLDER) else None
