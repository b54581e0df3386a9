"""Pictures for readers, straight from the media folder; originals and documents cannot be read here."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Folder -> Cache-Control. A rendition's name says its size and crop; a changed picture gets another name.
PUBLIC_FOLDERS = {
    "images": "public, max-age=31536000, immutable",
    "avatar_images": "private, max-age=3600",
}
# Accounts' own pictures: the admin shows them to those who work there, readers have no business with them.
FOR_COLLEAGUES = {"avatar_images"}
# What may be shown in place, whatever a file's name makes the system guess.
PICTURE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


def no_picture() -> HttpResponse:
    """Nobody reads the 404 page of a picture, so it is not worth a template."""
    return HttpResponse("No such picture.\n", status=404, content_type="text/plain")


@require_safe
def serve_picture(request: HttpRequest, folder: str, path: str) -> HttpResponseBase:
    """Serve one picture of a public folder; a short 404 for any other folder or kind of file."""
    content_type = PICTURE_TYPES.get(Path(path).suffix.lower())
    if folder not in PUBLIC_FOLDERS or content_type is None:
        return no_picture()
    if folder in FOR_COLLEAGUES and not request.user.is_authenticated:
        return no_picture()
    try:
        response = serve(request, path, document_root=str(Path(settings.MEDIA_ROOT) / folder))
    except (Http404, OSError):
        # No file has a name longer than the system allows.
        return no_picture()
    response["Content-Type"] = content_type
    response["Cache-Control"] = PUBLIC_FOLDERS[folder]
    # The address ends with the same name.
    response.headers.pop("Content-Disposition", None)
    if folder not in FOR_COLLEAGUES:
        # Feed readers on the web and previews of shared links show our pictures on their own pages.
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
