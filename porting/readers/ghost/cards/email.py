"""Cards of the newsletter, which say nothing on the web."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ..context import BodyContext
from ..plain import plain_text

Payload = dict[str, Any]


def email_only(payload: Payload, context: BodyContext) -> str:
    """Text that went out by mail and was never on the page."""
    words = plain_text(payload.get("html"))
    context.problem(
        "text", _("Text that went out by mail only was left out: “%(words)s”") % {"words": words[:300]}
    )
    return ""


def signup(payload: Payload, context: BodyContext) -> str:
    """A form to subscribe to the old newsletter."""
    words = " ".join(
        filter(None, (plain_text(payload.get(name)) for name in ("header", "subheader", "disclaimer")))
    )
    context.problem(
        "text", _("A form to subscribe to the newsletter was left out: “%(words)s”") % {"words": words[:300]}
    )
    return ""
