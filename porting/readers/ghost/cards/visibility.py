"""Cards that only some people saw: members, or readers of the newsletter."""

from __future__ import annotations

from typing import Any


def hidden_reason(payload: dict[str, Any]) -> str:
    """To whom alone the card was shown; empty when everybody saw it on the web."""
    rule = payload.get("visibility")
    if not isinstance(rule, dict):
        return ""
    web = rule.get("web")
    if isinstance(web, dict) and web.get("nonMember") is False:
        return "to members only" if web.get("memberSegment") else "by mail only"
    if rule.get("emailOnly") is True or rule.get("showOnWeb") is False:
        return "by mail only"
    return ""
