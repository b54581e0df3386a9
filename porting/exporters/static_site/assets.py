"""Style sheets, scripts and pictures of the site's own design."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage


def static_file(path: str) -> bytes | None:
    """The content of a file below STATIC_URL: as collected, else as it lies in the project; None when there is none."""
    prefix = settings.STATIC_URL
    if not path.startswith(prefix):
        return None
    name = unquote(path.removeprefix(prefix))
    try:
        if staticfiles_storage.exists(name):
            with staticfiles_storage.open(name) as file:
                return file.read()
    except (OSError, NotImplementedError, ValueError):
        pass
    found = finders.find(name)
    return Path(found).read_bytes() if isinstance(found, str) else None
