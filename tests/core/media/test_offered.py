"""A page never waits for pictures: it names sizes that are made for whoever first asks for one."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from core.media.making import make, signature_of
from core.media.offered import made_at_once, offered
from core.media.pictures import picture
from core.media.presets import PRESETS, specs
from core.models import SiteImage
from tests.core.media import pictures_with_secrets as made

pytestmark = pytest.mark.django_db


def stored(
    width: int = 1500, height: int = 1000, name: str = "field at dawn.jpg", **fields: Any
) -> SiteImage:
    kind = {"jpg": "JPEG", "png": "PNG", "gif": "GIF"}[name.rpartition(".")[2]]
    data = made.encoded(made.quarters(width, height), kind)
    return SiteImage.objects.create(title="A field", file=ContentFile(data, name=name), **fields)


def addresses(html: str) -> list[str]:
    sets = re.findall(r'srcset="([^"]+)"', html)
    found = [one.strip().rpartition(" ")[0] for candidates in sets for one in candidates.split(",")]
    return found + re.findall(r'<img src="([^"]+)"', html)


def fetched(address: str) -> Image.Image:
    response = Client().get(address, follow=True)
    assert response.status_code == 200
    return Image.open(io.BytesIO(b"".join(response.streaming_content)))


def test_showing_a_picture_makes_nothing() -> None:
    image = stored()
    html = str(picture(image, "text"))
    assert len(addresses(html)) == 7
    assert not image.renditions.exists()


def test_every_address_makes_its_size_and_leads_to_it() -> None:
    image = stored()
    for address in addresses(str(picture(image, "card"))):
        response = Client().get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/media/images/")
        assert response["Cache-Control"] == "no-cache"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        fetched(address)
    assert image.renditions.count() == len(specs(image, "card").all)


@pytest.mark.parametrize("preset", sorted(PRESETS))
@pytest.mark.parametrize("shape", [(1501, 1001), (333, 1000), (90, 60)])
def test_a_size_is_announced_as_it_will_be(preset: str, shape: tuple[int, int]) -> None:
    image = stored(*shape)
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = (
        50,
        40,
        30,
        20,
    )
    image.save()
    wanted = specs(image, preset).all
    announced = {spec: (size.width, size.height) for spec, size in offered(image, wanted).items()}
    assert not image.renditions.exists()
    assert announced == {spec: (size.width, size.height) for spec, size in make(image, wanted).items()}


def test_what_is_there_is_named_itself_and_only_the_rest_is_made() -> None:
    image = stored()
    html = str(picture(image, "text"))
    fetched(addresses(html)[0])
    now = addresses(str(picture(SiteImage.objects.prefetch_related("renditions").get(), "text")))
    assert [address.startswith("/media/images/") for address in now] == [True] + [False] * 6


def test_an_animation_is_offered_as_it_is() -> None:
    frames = [Image.new("L", (40, 30), shade) for shade in (0, 128, 255)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    image = SiteImage.objects.create(title="Dance", file=ContentFile(out.getvalue(), name="dance.gif"))
    (address,) = addresses(str(picture(image, "text")))
    assert fetched(address).n_frames == 3


def test_nobody_has_sizes_made_that_no_page_named() -> None:
    image, other = stored(), stored(name="other.jpg")
    address = addresses(str(picture(image, "text")))[0]
    signature = signature_of(image, "width-672|format-avif")
    assert signature in address
    for wrong in (
        address.replace("width-672", "width-673"),
        address.replace(signature, "A" * 27 + "="),
        address.replace(f"/{image.pk}/", f"/{other.pk}/"),
        address.replace("avif", "webp"),
    ):
        assert wrong != address
        response = Client().get(wrong)
        assert response.status_code == 404
        assert response.content == b"No such picture.\n"
    assert Client().post(address).status_code == 405
    assert not SiteImage.objects.get(pk=other.pk).renditions.exists()
    assert not image.renditions.exists()


def test_a_picture_that_is_gone_answers_shortly_and_is_not_shown_again() -> None:
    image = stored()
    address = addresses(str(picture(image, "text")))[0]
    Path(image.file.path).write_bytes(b"no picture at all")
    assert Client().get(address).status_code == 404
    assert str(picture(SiteImage.objects.get(), "text")) == ""
    image.delete()
    assert Client().get(address).status_code == 404


def test_pages_that_are_kept_elsewhere_name_files_only() -> None:
    image = stored()
    with made_at_once():
        html = str(picture(image, "text"))
    assert addresses(html)
    assert all(address.startswith("/media/images/") for address in addresses(html))
    Path(image.file.path).write_bytes(b"no picture at all")
    image.renditions.get(filter_spec="width-672|format-avif").delete()
    with made_at_once():
        left = str(picture(SiteImage.objects.get(), "text"))
    assert set(addresses(left)) == set(addresses(html)[1:])
