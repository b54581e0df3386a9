"""The sizes and formats a picture is offered in, by the place it stands in.

Widths come from one ladder wherever nothing is cropped, so that a picture used as a cover and inside a text
shares its renditions. Editors' focal points count wherever a preset crops.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

MODERN = ("avif", "webp")
#: A file wider than the largest rung that fits is worth one more rendition only if it gains this much.
WORTH_IT = 1.2

_COLUMN = "(max-width: 45rem) 92vw"


@dataclass(frozen=True)
class Preset:
    """How a picture is offered in one kind of place.

    ``ratio`` is (width, height) of the crop, or None to keep the picture whole. ``fallback`` is the width in
    pixels of the one JPEG or PNG for browsers that read neither AVIF nor WebP, and for feed readers;
    ``fallback_format`` fixes which of the two. ``beside`` pictures are small company for a text: whatever else a page
    shows first is fetched before them.
    """

    widths: tuple[int, ...]
    sizes: str
    fallback: int
    ratio: tuple[int, int] | None = None
    formats: tuple[str, ...] = MODERN
    keeps_motion: bool = False
    fallback_format: str = ""
    beside: bool = False

    def rungs(self, width: int, height: int) -> list[int]:
        """The widths that make sense for a file of this size, smallest first: none is an enlargement."""
        if self.ratio:
            width = min(width, height * self.ratio[0] // self.ratio[1])
        fitting = [rung for rung in self.widths if rung <= width]
        larger = [rung for rung in self.widths if rung > width]
        if larger and (not fitting or width >= fitting[-1] * WORTH_IT):
            # Wagtail never enlarges: this rung yields the file's own width.
            fitting.append(larger[0])
        return fitting

    def operation(self, rung: int) -> str:
        """The part of a filter spec that sets the size."""
        if not self.ratio:
            return f"width-{rung}"
        return f"fill-{rung}x{round(rung * self.ratio[1] / self.ratio[0])}"


PRESETS = {
    # 672 and 1080 fit phones with two and three dots to a pixel, where these are the largest thing a page shows
    # first: a rung too wide costs a slow line another round trip.
    "text": Preset((672, 1080, 1440), f"{_COLUMN}, 41rem", 1080, keeps_motion=True),
    "wide": Preset((672, 1080, 1440, 1920), "(max-width: 66rem) 92vw, 60rem", 1080, keeps_motion=True),
    "full": Preset((720, 1080, 1440, 1920, 2560), "100vw", 1440, keeps_motion=True),
    "gallery": Preset((480, 1080), f"{_COLUMN}, 30rem", 480, keeps_motion=True),
    "zoom": Preset((1920,), "100vw", 1920, formats=("webp",), keeps_motion=True),
    "card": Preset((400, 672), f"{_COLUMN}, 24rem", 672, ratio=(3, 2)),
    "cover": Preset((672, 1080, 1344), "(max-width: 52rem) 92vw, 42rem", 672, ratio=(3, 2)),
    "lead": Preset((672, 1080, 1344), "(max-width: 52rem) 92vw, 42rem", 672, ratio=(3, 2)),
    "thumb": Preset((160, 320), "10rem", 160, ratio=(3, 2), formats=("webp",)),
    "avatar": Preset((96, 192), "8rem", 192, ratio=(1, 1), formats=("webp",), beside=True),
    # The same files as avatar, beside a line of text.
    "face": Preset((96, 192), "3rem", 192, ratio=(1, 1), formats=("webp",), beside=True),
    # For shared links, feeds and sitemaps: the width networks ask for, in the format all of them show.
    "social": Preset((1200,), "100vw", 1200, formats=(), fallback_format="jpeg"),
    "logo": Preset((240, 480), "6rem", 240, formats=("webp",), beside=True),
}

#: Formats that may be see-through fall back to PNG, photographs to JPEG.
_FALLBACKS = {".png": "png", ".gif": "png"}
ORIGINAL = "original"


@dataclass(frozen=True)
class Offer:
    """The filter specs of one picture in one place: by format, in the order browsers should try them."""

    sources: dict[str, list[str]]
    fallback: str

    @property
    def all(self) -> list[str]:
        """Every spec, without repeats."""
        return list(
            dict.fromkeys([spec for specs in self.sources.values() for spec in specs] + [self.fallback])
        )


def specs(image: Any, preset: str) -> Offer:
    """What to make of ``image`` for ``preset``. Raises KeyError for a preset that does not exist."""
    chosen = PRESETS[preset]
    suffix = PurePosixPath(image.file.name).suffix.lower()
    if chosen.keeps_motion and image.animated:
        return Offer({}, ORIGINAL)
    rungs = chosen.rungs(image.width, image.height)
    sources = {name: [_spec(chosen, rung, name) for rung in rungs] for name in chosen.formats}
    near = min(rungs, key=lambda rung: abs(rung - chosen.fallback))
    return Offer(sources, _spec(chosen, near, chosen.fallback_format or _FALLBACKS.get(suffix, "jpeg")))


def _spec(preset: Preset, rung: int, name: str) -> str:
    return f"{preset.operation(rung)}|format-{name}"
