"""The colours of code can be read in light and dark, also on highlighted lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = (Path(settings.BASE_DIR) / "static/css/blocks/code.css").read_text("utf-8")
PAIRS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--code-(\w+): light-dark\((#\w{6}), (#\w{6})\)", SHEET)
}
GROUNDS = ("ground", "mark")


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", sorted(set(PAIRS) - set(GROUNDS)))
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_code_is_readable_on_its_ground(name: str, ground: str, scheme: int) -> None:
    assert contrast(PAIRS[name][scheme], PAIRS[ground][scheme]) >= 4.5
