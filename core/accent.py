"""How well the accent an editor picked can be read, in numbers and in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.colour import contrast, readable

#: The contrast WCAG 2.2 AA asks of text.
ENOUGH = 4.5


@dataclass(frozen=True)
class Measured:
    """An accent on one ground: its contrast there, and the colour readers see."""

    ratio: float
    shown: str

    @property
    def faint(self) -> bool:
        """Whether text in it would be too hard to read, so that a stronger tone is shown."""
        return self.ratio < ENOUGH

    @property
    def ratio_text(self) -> str:
        """The contrast to one decimal, rounded down: 4.49 must not look like the 4.5 it misses."""
        return f"{math.floor(self.ratio * 10) / 10:.1f}:1"


def measure(accent: str, ground: str) -> Measured:
    """Measure ``#rrggbb`` on a ground; raises ValueError when either is no such colour."""
    return Measured(ratio=contrast(accent, ground), shown=readable(accent, ground))


def report(accent: str, light_ground: str, dark_ground: str) -> tuple[bool, str]:
    """Whether the accent is too faint on light pages, and a sentence about both kinds of page."""
    light, dark = measure(accent, light_ground), measure(accent, dark_ground)
    parts = [
        _("Contrast of the accent %(accent)s (text needs %(enough)s:1):")
        % {"accent": accent, "enough": ENOUGH},
        _describe(light, _("on light pages")),
        _describe(dark, _("on dark pages")),
    ]
    return light.faint, " ".join(parts)


def _describe(measured: Measured, where: str) -> str:
    values = {"ratio": measured.ratio_text, "where": where, "shown": measured.shown}
    if measured.faint:
        return _("%(ratio)s %(where)s, so readers see %(shown)s there.") % values
    return _("%(ratio)s %(where)s, well readable.") % values
