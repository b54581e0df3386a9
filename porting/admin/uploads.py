"""Uploaded exports: in a folder of their own that is never served, and gone when the import is through.

An export holds drafts, mail addresses and passwords of posts.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
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
#: How long an upload that belongs to no run yet may be on its way into its folder.
ARRIVES_WITHIN = timedelta(hours=6)


def folder() -> Path:
    """The folder of all uploads; made when missing, closed to other accounts of the machine."""
    path = Path(settings.IMPORT_FOLDER)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def keep(*uploads: UploadedFile | None) -> list[str]:
    """Store uploads beside each other under their own names; returns their paths, "" for none.

    OSError when there is no room, or the folder cannot be written; nothing is left of them then.
    """
    place = folder() / uuid4().hex
    place.mkdir(mode=0o700)
    try:
        return [_keep_one(place, number, upload) for number, upload in enumerate(uploads)]
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        raise


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
    """Delete uploads whose run is gone, over, or has been left for two weeks; not what somebody sends just now."""
    runs = ImportRun.objects.all()
    wanted = runs.exclude(state=ImportRun.State.DONE).filter(seen__gt=timezone.now() - KEPT_FOR)
    kept, known = ({_place_of(run) for run in some.only("source")} for some in (wanted, runs))
    for place in folder().iterdir():
        if place in kept or not place.is_dir() or (place not in known and _is_arriving(place)):
            continue
        shutil.rmtree(place, ignore_errors=True)


def _is_arriving(place: Path) -> bool:
    """Whether an upload without a run may belong to one that another administrator is about to begin."""
    with suppress(OSError):  # it is gone already
        return place.stat().st_mtime > (timezone.now() - ARRIVES_WITHIN).timestamp()
    return False


def _place_of(run: ImportRun) -> Path | None:
    """The folder of a run's upload; None for a run from the command line."""
    place = Path(run.source).parent.parent
    return place if place.parent == Path(settings.IMPORT_FOLDER) else None
