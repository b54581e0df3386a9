"""Blocks and modules that were on the page for nobody: switched off, or at another time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

_DEVICES = ("hide_desktop", "hide_tablet", "hide_mobile")


def is_module_off(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a shortcode's attributes switch it off: those of WPBakery, Divi and Avada."""
    if name.startswith("et_pb_"):
        everywhere = "on|on|on"  # on telephones, tablets and all others
        return attributes.get("disabled") == "on" or attributes.get("disabled_on") == everywhere
    if name.startswith("fusion_"):
        return _is_unpublished(attributes.get("status", ""), attributes.get("publish_date"))
    return attributes.get("disable_element") == "yes"


def _is_unpublished(status: str, day: object) -> bool:
    if status == "publish_after":
        return _is_later(day)
    return status == "draft" or (status == "published_until" and _is_over(day))


def is_widget_off(settings: Any) -> bool:
    """Whether Elementor's settings hide a part on every device."""
    return isinstance(settings, dict) and all(settings.get(name) for name in _DEVICES)


def is_out_of_time(visibility: Any) -> bool:
    """Whether the schedules of Block Visibility, ``blockVisibility`` of a block, leave it out today."""
    schedules = [one for one in _schedules(visibility) if isinstance(one, dict) and one.get("enable")]
    return bool(schedules) and not any(_is_now(one) for one in schedules)


def _schedules(visibility: Any) -> list[Any]:
    sets = visibility.get("controlSets") if isinstance(visibility, dict) else None
    found: list[Any] = []
    for one in sets if isinstance(sets, list) else []:
        controls = one.get("controls") if isinstance(one, dict) else None
        times = controls.get("dateTime") if isinstance(controls, dict) else None
        listed = times.get("schedules") if isinstance(times, dict) else None
        found += listed if isinstance(listed, list) else []
    return found


def _is_now(schedule: dict[str, Any]) -> bool:
    return not _is_later(schedule.get("start")) and not _is_over(schedule.get("end"))


def _is_later(day: object) -> bool:
    moment = _moment(day)
    return moment is not None and moment > datetime.now(UTC)


def _is_over(day: object) -> bool:
    moment = _moment(day)
    return moment is not None and moment < datetime.now(UTC)


def _moment(day: object) -> datetime | None:
    """A day as builders write it, by the clock of UTC where it names no zone; None for none."""
    try:
        found = datetime.fromisoformat(day.strip()) if isinstance(day, str) else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and not found.tzinfo else found
