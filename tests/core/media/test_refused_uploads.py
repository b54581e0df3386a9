"""Uploading pictures through the admin: what is refused."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client

from core.media.uploads import clean_picture
from core.models import SiteImage
from tests.core.media import pictures_with_secrets as made
from tests.core.media.uploading import KINDS, upload, upload_many

pytestmark = pytest.mark.django_db


def renamed(kind: str) -> bytes:
    return made.encoded(made.quarters(), kind)


def as_psd() -> bytes:
    return (
        b"8BPS\x00\x01" + bytes(6) + b"\x00\x03\x00\x00\x00\x08\x00\x00\x00\x08\x00\x08\x00\x03" + bytes(64)
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

REFUSED = {
    "a vector drawing": ("logo.svg", lambda: SVG, "supported image format"),
    "a vector drawing under another name": ("logo.png", lambda: SVG, "no picture"),
    "a web page": ("page.jpg", lambda: b"<!doctype html><script>alert(1)</script>", "no picture"),
    "PostScript under another name": ("a.png", lambda: renamed("EPS"), "no picture"),
    "Photoshop under another name": ("a.png", as_psd, "no picture"),
    "TIFF under another name": ("a.png", lambda: renamed("TIFF"), "no picture"),
    "JPEG named PNG": ("a.png", lambda: renamed("JPEG"), "holds a JPEG picture"),
    "PNG named GIF": ("a.gif", lambda: renamed("PNG"), "holds a PNG picture"),
    "too many pixels to open": ("bomb.png", made.bomb, "too many pixels"),
    "more pixels than allowed": ("big.png", lambda: made.bomb(8_000), "too many pixels"),
    "too many bytes": ("big.jpg", lambda: made.jpeg() + bytes(21 * 1024 * 1024), "too big"),
    "nothing at all": ("a.png", lambda: b"\x00", "no picture"),
    **{
        f"a {name.split('.')[1]} cut off": (name, lambda make=make: make()[: len(make()) // 2], "")
        for name, make in KINDS.items()
    },
}


@pytest.mark.parametrize("case", sorted(REFUSED))
def test_what_must_not_be_stored_is_refused_with_a_sentence(editor: Client, case: str) -> None:
    name, make, sentence = REFUSED[case]
    data = make()
    answer = upload(editor, name, data)
    assert answer.status_code == 200
    errors = " ".join(answer.context["form"].errors["file"])
    assert sentence in errors
    refusal = upload_many(editor, name, data)
    assert not refusal["success"]
    assert refusal["error_message"]
    assert not SiteImage.objects.exists()


def test_code_is_refused_what_editors_are(tmp_path: Any) -> None:
    for name, data in (("bomb.png", made.bomb()), ("a.svg", SVG), ("a.png", renamed("TIFF"))):
        with pytest.raises(ValidationError):
            SiteImage.objects.create(title="By code", file=ContentFile(data, name=name))


@pytest.mark.parametrize("name", sorted({*KINDS} - {"holiday.jpeg", "holiday.HEIF"}))
def test_a_damaged_file_is_taken_or_refused_but_never_an_error(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same damage in every run
    raw, taken = KINDS[name](), 0
    for _ in range(120):
        damaged = bytearray(raw)
        for _ in range(chance.choice((1, 3, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            del damaged[chance.randrange(len(damaged)) :]
        # Any other error than a refusal in words fails the test.
        with contextlib.suppress(ValidationError):
            assert clean_picture(ContentFile(bytes(damaged), name=name)).size
            taken += 1
    assert 0 < taken < 120, "some harmless damage, some that makes a picture useless"
