"""Receiving an upload for which the server may have no room."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, UnreadablePostError
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.admin import messages

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]


def with_room_for_uploads(view: View) -> View:
    """Send whoever uploads a file that cannot be received back to the form, with the reason.

    Large files go into the temporary folder while the request is read. The protection against forged requests reads
    it before any view is asked, where an error has no words; here it comes right after.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def received(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            request.POST  # noqa: B018 - reads the request
        except UnreadablePostError:
            raise  # the browser went away
        except OSError as error:
            logger.exception("An upload could not be received")
            message = _(
                "The file could not be received: %(error)s. The server needs room in its temporary folder."
            )
            messages.error(request, message % {"error": error.strerror or error})
            return redirect(request.path)
        return protected(request, *args, **kwargs)

    return received
