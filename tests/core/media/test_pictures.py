"""Pictures in pages: the right sizes, found together, made once, never a crash."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template import Context, Template
from PIL import Image, ImageCms

from core.media import pictures
from core.media.making import make
from core.media.presets import PRESETS, specs
from core.models import SiteImage

pytestmark = pytest.mark.django_db


def encoded(width: int, height: int, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    mode = "P" if kind == "GIF" else "RGB"
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(out, kind, **options)
    return out.getvalue()


def stored(width: int = 1000, height: int = 800, name: str = "field.jpg", data: bytes = b"") -> SiteImage:
    kind = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}[name.rsplit(".", 1)[-1]]
    data = data or encoded(width, height, kind)
    return SiteImage.objects.create(title="A field", file=SimpleUploadedFile(name, data))


def shown(image: Any, preset: str, **options: Any) -> str:
    tag = '{% load site_media %}{% site_picture image preset alt=alt eager=eager css_class="plate" %}'
    context = {"image": image, "preset": preset, "alt": "", "eager": False} | options
    return Template(tag).render(Context(context))


def widths_of(html: str, kind: str) -> list[int]:
    srcset = re.search(rf'type="image/{kind}" srcset="([^"]+)"', html)
    assert srcset
    return [int(width) for width in re.findall(r" (\d+)w", srcset[1])]


def test_a_picture_comes_in_modern_formats_with_a_jpeg_to_fall_back_on() -> None:
    html = shown(stored(2000, 1500), "text", alt='A "field"')
    assert widths_of(html, "avif") == widths_of(html, "webp") == [672, 1080, 1440]
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert 'width="1080" height="810"' in html
    assert 'loading="lazy" decoding="async" class="plate"' in html
    assert 'alt="A &quot;field&quot;"' in html
    assert ".jpg" in html
    assert "style=" not in html


def test_the_first_picture_is_asked_for_at_once() -> None:
    html = shown(stored(), "cover", eager=True)
    assert 'loading="eager" fetchpriority="high"' in html
    assert "lazy" not in html


def test_small_company_for_a_text_is_fetched_after_everything_else() -> None:
    assert 'loading="lazy" fetchpriority="low"' in shown(stored(), "face")
    assert "fetchpriority" not in shown(stored(), "card")


def test_a_small_picture_is_not_enlarged_nor_offered_twice() -> None:
    html = shown(stored(300, 200), "full")
    assert widths_of(html, "avif") == [300]
    assert 'width="300" height="200"' in html
    assert widths_of(shown(stored(1000, 700), "text"), "webp") == [672, 1000]


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_no_preset_offers_one_width_twice(preset: str) -> None:
    for width, height in ((1, 1), (90, 3000), (3000, 90), (500, 400), (2000, 1333)):
        image = SiteImage(width=width, height=height)
        image.file.name = "original_images/a.jpg"
        rungs = PRESETS[preset].rungs(width, height)
        assert rungs
        assert len(set(rungs)) == len(rungs)
        assert specs(image, preset).fallback


def test_crops_follow_the_focal_point() -> None:
    picture = Image.new("RGB", (1200, 400), "white")
    picture.paste("red", (0, 0, 300, 400))
    out = io.BytesIO()
    picture.save(out, "PNG")
    image = stored(name="flag.png", data=out.getvalue())
    image.focal_point_x, image.focal_point_y = 100, 200
    image.focal_point_width = image.focal_point_height = 80
    image.save()
    made = make(image, specs(image, "card").all)
    rendition = made[specs(image, "card").fallback]
    assert rendition.width * 2 == pytest.approx(rendition.height * 3, abs=6)
    with rendition.file.open() as file:
        assert Image.open(file).convert("RGB").getpixel((5, 5)) == (255, 0, 0)


def test_a_see_through_picture_falls_back_to_png() -> None:
    html = shown(stored(name="mark.png"), "text")
    assert re.search(r'<img src="[^"]+\.png"', html)


def test_an_animation_keeps_moving_in_the_text_and_stands_still_on_a_card() -> None:
    frames = [Image.new("L", (40, 30), shade) for shade in (0, 128, 255)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    image = stored(name="dance.gif", data=out.getvalue())
    assert "<source" not in shown(image, "text")
    pictures.warm([image], ["text"])
    rendition = image.renditions.get(filter_spec="original")
    with rendition.file.open() as file:
        assert Image.open(file).n_frames == 3
    assert rendition.file.name.startswith("images/")
    assert "image/avif" in shown(image, "card")


def test_renditions_that_came_with_the_image_cost_no_query(django_assert_num_queries: Any) -> None:
    for number in range(3):
        pictures.warm([stored(name=f"{number}.jpg")], ["card"])
    first = [shown(image, "card") for image in SiteImage.objects.order_by("pk")]
    images = list(SiteImage.objects.order_by("pk").prefetch_related("renditions"))
    with django_assert_num_queries(0):
        assert [shown(image, "card") for image in images] == first


def test_without_a_prefetch_one_query_finds_all_sizes(django_assert_max_num_queries: Any) -> None:
    pictures.warm([stored()], ["text"])
    image = SiteImage.objects.get()
    cache.clear()
    with django_assert_max_num_queries(1):
        shown(image, "text")


def test_a_size_is_made_once_however_often_it_is_asked_for() -> None:
    image = stored()
    assert pictures.warm([image], ["text", "wide"]) > 0
    made = image.renditions.count()
    shown(image, "text")
    prefetched = SiteImage.objects.prefetch_related("renditions").get()
    shown(prefetched, "wide")
    assert image.renditions.count() == made
    # One picture in two sizes shares what the two have in common.
    assert made < len(specs(image, "text").all) + len(specs(image, "wide").all)


def files_made(image: SiteImage) -> int:
    folder = Path(image.file.storage.location) / "images"
    return len(list(folder.iterdir()))


def test_sizes_made_since_the_page_looked_are_found_not_made_again() -> None:
    stale = SiteImage.objects.prefetch_related("renditions").get(pk=stored().pk)
    assert list(stale.renditions.all()) == []
    pictures.warm([SiteImage.objects.get(pk=stale.pk)], ["text"])
    pictures.warm([stale], ["text"])
    assert files_made(stale) == stale.renditions.model.objects.count()


@pytest.mark.django_db(transaction=True)
def test_readers_who_come_together_have_each_size_made_once() -> None:
    image = stored()

    def read(_: int) -> int:
        try:
            return pictures.warm([SiteImage.objects.get(pk=image.pk)], ["card"])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as readers:
        assert len(set(readers.map(read, range(4)))) == 1
    assert files_made(image) == image.renditions.count() == len(specs(image, "card").all)


MODES = {
    "CMYK": ("cmyk.jpg", "JPEG"),
    "L": ("grey.jpg", "JPEG"),
    "LA": ("grey.png", "PNG"),
    "P": ("palette.png", "PNG"),
    "1": ("ink.png", "PNG"),
    "I;16": ("scan.png", "PNG"),
    "RGBA": ("glass.webp", "WEBP"),
}


@pytest.mark.parametrize("mode", sorted(MODES))
def test_every_kind_of_colour_comes_out_as_it_went_in(mode: str) -> None:
    name, kind = MODES[mode]
    if mode == "I;16":
        picture = Image.new("I;16", (600, 400), 40_000)
    else:
        picture = Image.new("RGB", (600, 400), (156, 156, 156)).convert(mode)
    out = io.BytesIO()
    picture.save(out, kind)
    image = stored(name=name, data=out.getvalue())
    for rendition in make(image, specs(image, "text").all).values():
        with rendition.file.open() as file:
            shade = Image.open(file).convert("L").resize((1, 1)).getpixel((0, 0))
        assert shade == pytest.approx(156, abs=8)


def test_a_print_profile_is_turned_into_screen_colours() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A profile that does not fit its picture must not stop it either.
    image = stored(data=encoded(500, 400, icc_profile=profile), name="odd.jpg")
    out = io.BytesIO()
    Image.new("CMYK", (300, 200), (0, 0, 0, 100)).save(out, "JPEG", icc_profile=profile)
    for one in (image, stored(data=out.getvalue(), name="print.jpg")):
        assert make(one, specs(one, "card").all)


def test_a_missing_or_broken_file_leaves_a_gap_instead_of_an_error(caplog: pytest.LogCaptureFixture) -> None:
    assert shown(None, "card") == ""
    gone = stored()
    Path(gone.file.path).unlink()
    assert shown(SiteImage.objects.get(pk=gone.pk), "card") == ""
    broken = stored(name="torn.jpg")
    Path(broken.file.path).write_bytes(encoded(900, 900)[:200])
    assert pictures.warm([broken], ["text"]) == 0
    assert "cannot be shown" in caplog.text
    assert shown(SiteImage.objects.prefetch_related("renditions").get(pk=broken.pk), "text") == ""


def test_the_largest_size_has_an_address_of_its_own() -> None:
    tag = Template("{% load site_media %}{% site_picture_url image %}")
    image = stored(2400, 1600)
    pictures.warm([image], ["zoom"])
    address = tag.render(Context({"image": image}))
    assert "/images/" in address
    assert address.endswith(".webp")
    assert tag.render(Context({"image": None})) == ""
