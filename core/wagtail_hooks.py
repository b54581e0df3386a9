"""Where the ground floor joins the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin import messages

from core.accent import report
from core.models import SiteSettings
from core.theme import DARK_GROUND, LIGHT_GROUND


@hooks.register("after_edit_setting")
def say_how_readable_the_accent_is(request: HttpRequest, setting: Any) -> None:
    """Name the contrast measured after saving, and the tones readers see where it is too low."""
    if not isinstance(setting, SiteSettings):
        return
    faint, sentence = report(setting.accent, LIGHT_GROUND, DARK_GROUND)
    show = messages.warning if faint else messages.info
    show(request, sentence)
