"""Who may move blogs: an export holds drafts and private posts, and an import writes everywhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PERMISSION = "porting.add_importrun"


def may_move_blogs(user: Any) -> bool:
    """Whether an account may bring blogs in and take them out."""
    return bool(user.is_active and user.has_perm(PERMISSION))


class AdministratorsOnly:
    """For views: everybody else is refused with 403."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse, or go on."""
        if not may_move_blogs(request.user):
            return render(request, "403.html", status=403)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # of the view beside it
