"""Whoever first asks for a size gets a quick picture for now; the size itself is made when nobody waits for it."""

from __future__ import annotations

import html
import io
import logging
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from core.media.afterwards import AT_MOST, Afterwards, afterwards
from core.media.offered import made_at_once
from core.media.pictures import picture
from core.models import Rendition, SiteImage
from tests.core.media import pictures_with_secrets as made

pytestmark = pytest.mark.django_db(transaction=True)

#: Seconds; a machine that needs longer for a few small pictures has other troubles.
LONG = 120.0


@pytest.fixture(autouse=True)
def _stand_ins(settings: Any) -> Iterator[None]:
    settings.PICTURES_STAND_IN = True
    yield
    assert afterwards.wait(LONG)


def stored(name: str = "field.jpg", width: int = 1500, height: int = 1000) -> SiteImage:
    out = io.BytesIO()
    if name.endswith(".png"):
        Image.new("RGBA", (width, height), (0, 128, 128, 0)).save(out, "PNG")
    else:
        made.quarters(width, height).save(out, "JPEG")
    return SiteImage.objects.create(title="A field", file=ContentFile(out.getvalue(), name=name))


def address(image: SiteImage, size: str, preset: str = "card") -> str:
    named = re.findall(r"/media/new/[^\s\"<>,]+", html.unescape(str(picture(image, preset))))
    return next(one for one in named if f"/{size}/" in one)


@pytest.fixture
def busy() -> Iterator[threading.Event]:
    """The making of pictures is held up until this is set."""
    release = threading.Event()
    afterwards.add("hold", lambda: release.wait(LONG))
    yield release
    release.set()


@pytest.mark.parametrize("size", ["fill-400x267.format-avif", "fill-672x448.format-webp"])
def test_the_first_who_asks_sees_the_same_picture_as_all_later_ones(size: str) -> None:
    wanted = address(stored(), size)
    first = Client().get(wanted)
    assert (first.status_code, first["Content-Type"]) == (200, "image/jpeg")
    assert first["Cache-Control"] == "no-store"
    assert first["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert afterwards.wait(LONG)
    later = Client().get(wanted, follow=True)
    assert later.redirect_chain == [(Rendition.objects.get().url, 302)]
    assert later["Content-Type"] == f"image/{size.rpartition('-')[2]}"
    quick, best = (Image.open(io.BytesIO(b"".join(one))).convert("RGB") for one in (first, later))
    assert quick.size == best.size
    for place in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)):
        at = (int(place[0] * quick.width), int(place[1] * quick.height))
        pairs = zip(quick.getpixel(at), best.getpixel(at), strict=True)
        assert all(abs(one - other) < 16 for one, other in pairs)


def test_a_stand_in_is_as_transparent_as_the_picture() -> None:
    response = Client().get(address(stored("ring.png"), "fill-672x448.format-avif"))
    assert response["Content-Type"] == "image/webp"
    assert Image.open(io.BytesIO(response.content)).getpixel((5, 5))[3] == 0


def test_what_is_quickly_made_is_made_and_led_to() -> None:
    image = stored()
    response = Client().get(address(image, "fill-672x448.format-jpeg"))
    assert (response.status_code, response["Location"]) == (302, image.renditions.get().url)


def test_a_stand_in_tells_nothing_that_is_noted_in_the_file() -> None:
    image = stored()
    wanted = address(image, "fill-672x448.format-avif")
    told = made.encoded(
        made.quarters(1500, 1000), "JPEG", exif=made.notes().tobytes(), comment=b"secret remark"
    )
    Path(image.file.path).write_bytes(told)
    assert all(secret in told for secret in made.SECRETS[:4])
    shown = Client().get(wanted).content
    assert Image.open(io.BytesIO(shown)).size == (672, 448)
    assert not any(secret in shown for secret in made.SECRETS)


def test_nobody_waits_while_pictures_are_made(busy: threading.Event) -> None:
    images = [stored(f"field-{number}.jpg", 700, 500) for number in range(12)]
    wanted = [address(image, "fill-672x448.format-avif") for image in images]
    for one in [*wanted, *wanted]:
        assert Client().get(one).status_code == 200
    assert Client().get("/").status_code == 200
    assert not Rendition.objects.exists()
    busy.set()
    assert afterwards.wait(LONG)
    assert {rendition.image_id for rendition in Rendition.objects.all()} == {image.pk for image in images}
    assert len(list(Path(images[0].file.path).parent.parent.glob("images/*.avif"))) == len(images)


def test_a_broken_picture_is_answered_shortly_and_nothing_is_made_of_it(caplog: Any) -> None:
    image = stored()
    wanted = address(image, "fill-672x448.format-avif")
    Path(image.file.path).write_bytes(b"no picture at all")
    with caplog.at_level(logging.WARNING, logger="core.media"):
        for _ in range(2):
            response = Client().get(wanted)
            assert (response.status_code, response.content) == (404, b"No such picture.\n")
    assert [one.name for one in caplog.records if one.name.startswith("core")] == ["core.media.making"]
    assert str(picture(SiteImage.objects.get(), "card")) == ""


def test_nobody_gets_a_stand_in_of_what_no_page_named() -> None:
    wanted = address(stored(), "fill-672x448.format-avif")
    assert Client().get(wanted.replace("672x448", "673x448")).status_code == 404
    assert Client().post(wanted).status_code == 405


def test_a_picture_that_is_deleted_before_its_size_is_made_is_no_error(
    busy: threading.Event, caplog: Any
) -> None:
    first, second = stored(), stored("other.jpg")
    for image in (first, second):
        assert Client().get(address(image, "fill-672x448.format-avif")).status_code == 200
    SiteImage.objects.all().delete()
    with caplog.at_level(logging.WARNING):
        busy.set()
        assert afterwards.wait(LONG)
    assert not caplog.records
    assert not Rendition.objects.exists()


def test_pages_that_are_kept_elsewhere_have_no_stand_ins() -> None:
    with made_at_once():
        assert "/media/new/" not in str(picture(stored(), "card"))


def test_work_is_done_once_each_in_order_and_what_fails_stops_nothing(caplog: Any) -> None:
    begun, release, done = threading.Event(), threading.Event(), []
    todo = Afterwards()

    def first() -> None:
        begun.set()
        release.wait(LONG)
        done.append("first")

    def fail() -> None:
        raise ValueError("not today")

    todo.add("first", first)
    assert begun.wait(LONG)
    todo.add("bad", fail)
    for _ in range(3):
        todo.add("second", lambda: done.append("second"))
    todo.add("first", lambda: done.append("again"))
    release.set()
    assert todo.wait(LONG)
    assert done == ["first", "second"]
    assert "bad" in caplog.text
    todo.add("first", lambda: done.append("later"))
    assert todo.wait(LONG)
    assert done == ["first", "second", "later"]


def test_no_more_is_left_for_later_than_a_process_can_hold() -> None:
    release, done = threading.Event(), []
    todo = Afterwards()
    todo.add("first", lambda: release.wait(LONG))
    for number in range(2 * AT_MOST):
        todo.add(number, lambda: done.append(1))
    release.set()
    assert todo.wait(LONG)
    assert len(done) == AT_MOST - 1


def test_pictures_show_although_no_size_can_be_kept(settings: Any, caplog: Any) -> None:
    image = stored()
    sizes = ["fill-400x267.format-avif", "fill-672x448.format-webp"]
    wanted = [address(image, size) for size in sizes]
    folder = Path(settings.MEDIA_ROOT) / "images"
    folder.rmdir() if folder.exists() else None
    # Nobody may write there, root no more than others.
    folder.symlink_to("/sys/kernel")
    try:
        for one in [*wanted, *wanted]:
            assert Client().get(one).status_code == 200
            assert afterwards.wait(LONG)
        assert addresses_named(image) >= set(wanted)
    finally:
        folder.unlink()
    assert caplog.text.count("cannot be kept") == 1
    assert not Rendition.objects.exists()


def addresses_named(image: SiteImage) -> set[str]:
    return set(re.findall(r"/media/new/[^\s\"<>,]+", html.unescape(str(picture(image, "card")))))
