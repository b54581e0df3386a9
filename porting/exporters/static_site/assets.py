"""Style sheets, scripts and pictures of the site's own design."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage


def static_file(path: str) -> bytes | None:
    """The content of a file below STATIC_URL, or None when it is none.

    As it lies in the project, which what was collected once may be older than; names with a hash are only there.
    """
    prefix = settings.STATIC_URL
    name = unquote(path.removeprefix(prefix))
    if not path.startswith(prefix) or ".." in name.split("/"):
        return None
    found = finders.find(name)
    if isinstance(found, str):
        return Path(found).read_bytes()
    try:
        with staticfiles_storage.open(name) as file:
            return file.read()
    except (OSError, NotImplementedError, ValueError):
        return None
