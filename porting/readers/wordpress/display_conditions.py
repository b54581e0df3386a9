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


def is_for_everybody(packed: str, is_over: Moments, is_later: Moments) -> bool:
    """Whether everybody sees a module with these conditions; what cannot be read may limit it, so the answer is no."""
    if not packed.strip():
        return True
    conditions = _conditions(packed)
    if conditions is None:
        return False
    heeded = [one for one in conditions if _settings(one).get("enableCondition") != "off"]
    met = [_is_met(one, is_over, is_later) for one in heeded]
    if all(met):
        return True
    if not all(isinstance(one, dict) and one.get("operator", "OR") == "OR" for one in heeded):
        return False
    # One that is met is enough. Of several of a kind Divi heeds the last.
    return any({str(one.get("condition")): is_met for one, is_met in zip(heeded, met, strict=True)}.values())


def _conditions(packed: str) -> list[Any] | None:
    """The conditions; None when they cannot be read. Divi takes what is neither a list nor an object for none."""
    text = _NOT_PACKED.sub("", packed)
    try:
        found = json.loads(base64.b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    if isinstance(found, dict):
        return list(found.values())
    return found if isinstance(found, list) else []


def _settings(condition: Any) -> dict[str, Any]:
    settings = condition.get("conditionSettings") if isinstance(condition, dict) else None
    return settings if isinstance(settings, dict) else {}


def _is_met(condition: Any, is_over: Moments, is_later: Moments) -> bool:
    """Whether every reader of a public page meets a condition."""
    kind = condition.get("condition") if isinstance(condition, dict) else None
    settings = _settings(condition)
    if kind == "loggedInStatus":
        return settings.get("displayRule", settings.get("loggedInStatus")) == "loggedOut"
    if kind != "dateTime":
        return False
    rule = settings.get("displayRule", settings.get("dateTimeDisplay", "isAfter"))
    day = f"{settings.get('date', '')} {settings.get('time', '')}"
    return (rule == "isAfter" and is_over(day)) or (rule == "isBefore" and is_later(day))
