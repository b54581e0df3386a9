"""Cards that only some people saw: members, or readers of the newsletter."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


def hidden_reason(name: str, payload: dict[str, Any]) -> str:
    """A sentence that says to whom alone a card was shown; empty when everybody saw it on the web."""
    rule = payload.get("visibility")
    if not isinstance(rule, dict):
        return ""
    web = rule.get("web")
    closed = isinstance(web, dict) and web.get("nonMember") is False
    if closed and web.get("memberSegment"):
        text = _("A %(name)s card that was shown to members only was left out, so that it stays so.")
        return text % {"name": name}
    if closed or rule.get("emailOnly") is True or rule.get("showOnWeb") is False:
        text = _("A %(name)s card that was shown by mail only was left out, so that it stays so.")
        return text % {"name": name}
    return ""
