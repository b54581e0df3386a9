"""Divi's conditions for a module: who saw it, and when.

Only what everybody who reads the public page sees by now is shown here: conditions for those who are not logged in,
and days before or after which a module is there. All others (roles, purchases, visits, cookies, browsers, single
days) let some people see it and others not, which cannot be kept: such a module stays out, and the report tells.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable
from typing import Any

_NOT_PACKED = re.compile(r"[^A-Za-z0-9+/]")

#: Whether a condition is met today, when its day is before now, or after it.
Moments = Callable[[object], bool]


def is_for_everybody(conditions: object, is_over: Moments, is_later: Moments) -> bool:
    """Whether everybody sees a module with these conditions, a list of them."""
    if isinstance(conditions, dict):
        conditions = list(conditions.values())
    if not isinstance(conditions, list):  # Divi takes that for none
        return True
    heeded = [one for one in conditions if _settings(one).get("enableCondition") != "off"]
    met = [_is_met(one, is_over, is_later) for one in heeded]
    if all(met):
        return True
    if not all(isinstance(one, dict) and one.get("operator", "OR") == "OR" for one in heeded):
        return False
    # One that is met is enough. Of several of a kind Divi heeds the last.
    return any({_kind(one): is_met for one, is_met in zip(heeded, met, strict=True)}.values())


def unpacked_conditions(packed: str) -> object:
    """The conditions of a shortcode's attribute. What cannot be read may be any: it becomes one that nobody meets."""
    text = _NOT_PACKED.sub("", packed)
    try:
        return json.loads(base64.b64decode(text + "=" * (-len(text) % 4))) if packed.strip() else []
    except (binascii.Error, ValueError, RecursionError):
        return [{}]


def _kind(condition: Any) -> str:
    """What a condition asks; blocks have another name for it than shortcodes."""
    return (
        str(condition.get("condition", condition.get("conditionName"))) if isinstance(condition, dict) else ""
    )


def _settings(condition: Any) -> dict[str, Any]:
    settings = condition.get("conditionSettings") if isinstance(condition, dict) else None
    return settings if isinstance(settings, dict) else {}


def _is_met(condition: Any, is_over: Moments, is_later: Moments) -> bool:
    """Whether every reader of a public page meets a condition."""
    kind = _kind(condition)
    settings = _settings(condition)
    if kind == "loggedInStatus":
        return settings.get("displayRule", settings.get("loggedInStatus")) == "loggedOut"
    if kind != "dateTime":
        return False
    rule = settings.get("displayRule", settings.get("dateTimeDisplay", "isAfter"))
    day = f"{settings.get('date', '')} {settings.get('time', '')}"
    return (rule == "isAfter" and is_over(day)) or (rule == "isBefore" and is_later(day))
