"""Blocks and modules that were on the page for nobody: switched off, or at another time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from porting.readers.wordpress.display_conditions import is_for_everybody, unpacked_conditions

_SIZES = ("av-desktop-hide", "av-medium-hide", "av-small-hide", "av-mini-hide")  # of screens, in Enfold
CONDITIONS = "e_display_conditions"  # of Elementor, for who sees a part, and when
#: Elementor's switches of a part, by the devices it is hidden on.
DEVICES = ("hide_desktop", "hide_tablet", "hide_mobile")


def is_module_off(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a shortcode's attributes keep it from all readers, or from some: those of WPBakery, Divi, Avada and
    Enfold."""
    if name.startswith("et_pb_") and attributes.get("disabled") == "on":
        return True
    if name.startswith("av_"):
        return all(attributes.get(one) for one in _SIZES)
    if name.startswith("fusion_"):
        return _is_unpublished(attributes.get("status", ""), attributes.get("publish_date"))
    return attributes.get("disable_element") == "yes" or _is_off_in_divi(attributes)


def _is_off_in_divi(attributes: Mapping[str, str]) -> bool:
    """Whether Divi leaves a module out; those of its extensions have names of their own and the same attributes."""
    everywhere = "on|on|on"  # on telephones, tablets and all others
    if attributes.get("disabled_on") == everywhere:
        return True
    conditions = unpacked_conditions(attributes.get("display_conditions", ""))
    return not is_for_everybody(conditions, _is_over, _is_later)


def is_divi_block_off(attributes: Mapping[str, Any]) -> bool:
    """Whether the attributes of a block of Divi keep it from all readers, or from some; those of its extensions have
    names of their own and the same attributes."""
    module = attributes.get("module")
    decoration = module.get("decoration") if isinstance(module, dict) else None
    if not isinstance(decoration, dict):
        return False
    if all(_value(decoration.get("disabledOn"), device) == "on" for device in ("desktop", "tablet", "phone")):
        return True
    return not is_for_everybody(_value(decoration.get("conditions"), "desktop"), _is_over, _is_later)


def _value(setting: Any, device: str) -> object:
    """A setting of a block of Divi for a device."""
    found = setting.get(device) if isinstance(setting, dict) else None
    return found.get("value") if isinstance(found, dict) else None


def _is_unpublished(status: str, day: object) -> bool:
    if status == "publish_after":
        return _is_later(day) or bool(day and _moment(day) is None)
    return status == "draft" or (status == "published_until" and _is_over(day))


def devices_off(settings: Any) -> frozenset[str]:
    """Those of Elementor's ``DEVICES`` on which its settings hide a part."""
    return frozenset(name for name in DEVICES if isinstance(settings, dict) and settings.get(name))


def is_conditional(settings: Any) -> bool:
    """Whether Elementor's settings show a part to some people or at some times only.

    Conditions are lists as JSON, in a list; Elementor passes over anything else.
    """
    given = settings.get(CONDITIONS) if isinstance(settings, dict) else None
    packed = [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
    return any(one.strip("[] \n") for one in packed)


def is_out_of_time(visibility: Any) -> bool:
    """Whether the schedules of Block Visibility, ``blockVisibility`` of a block, leave it out today."""
    return any(_hides(times) for times in _times(visibility))


def _hides(times: dict[str, Any]) -> bool:
    """Whether the schedules of one set hide now: they say when a block is there, or turned round when it is not."""
    listed = times.get("schedules")
    schedules = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    heeded = [one for one in schedules if one.get("enable", True)]
    return bool(heeded) and any(map(_is_now, heeded)) == bool(times.get("hideOnSchedules"))


def _times(visibility: Any) -> list[dict[str, Any]]:
    sets = visibility.get("controlSets") if isinstance(visibility, dict) else None
    found: list[dict[str, Any]] = []
    for one in sets if isinstance(sets, list) else []:
        controls = one.get("controls") if isinstance(one, dict) else None
        times = controls.get("dateTime") if isinstance(controls, dict) else None
        found += [times] if isinstance(times, dict) else []
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
