"""Uploading pictures through the admin: what is taken out, what stays as it was."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images.utils import find_image_duplicates
from wagtail.models import Collection
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike

from core.media.making import make
from core.media.presets import specs
from core.models import SiteImage
from tests.core.media import pictures_with_secrets as made
from tests.core.media.uploading import KINDS, upload, upload_many

pytestmark = pytest.mark.django_db


def stored_bytes(image: SiteImage) -> bytes:
    with image.file.open() as file:
        return file.read()


def assert_private(data: bytes) -> None:
    for secret in made.SECRETS:
        assert secret not in data
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.getexif()
        assert not exif.get_ifd(0x8825)
        assert set(exif) <= {0x0112}
        assert not {"xmp", "comment", "photoshop", "Author", "Comment"} & set(picture.info)


def corners(data: bytes) -> list[str]:
    """The colours of the four quarters, row by row."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    places = [(x * picture.width // 4, y * picture.height // 4) for y in (1, 3) for x in (1, 3)]
    names = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (1, 1, 1): "white"}
    return [names[tuple(round(value / 255) for value in picture.getpixel(place))] for place in places]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_an_uploaded_picture_keeps_no_private_notes_in_any_public_size(editor: Client, name: str) -> None:
    raw = KINDS[name]()
    assert any(secret in raw for secret in made.SECRETS)
    answer = upload(editor, name, raw)
    assert answer.status_code == 302, answer.context["form"].errors
    image = SiteImage.objects.get()
    assert_private(stored_bytes(image))
    for preset in ("text", "card"):
        renditions = make(image, specs(image, preset).all)
        assert renditions
        for rendition in renditions.values():
            assert_private(stored_bytes(rendition))
    for spec in ("max-165x165", "width-80|format-jpeg", "fill-40x40|format-webp"):
        # Sizes other than the presets', such as the admin's own, come from the cleaned file too.
        assert_private(stored_bytes(image.get_rendition(spec)))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_several_pictures_at_once_are_cleaned_as_well(editor: Client, name: str) -> None:
    assert upload_many(editor, name, KINDS[name]())["success"]
    assert_private(stored_bytes(SiteImage.objects.get()))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_code_that_stores_a_picture_cannot_forget_to_clean_it(name: str) -> None:
    image = SiteImage.objects.create(title="By code", file=ContentFile(KINDS[name](), name=name))
    assert_private(stored_bytes(image))
    straight = SiteImage(title="Straight to the storage")
    straight.file.save(f"mine-{name}", ContentFile(KINDS[name](), name="other.bin"), save=False)
    straight.save()
    assert_private(stored_bytes(straight))
    assert "/mine-holiday" in straight.file.name
    assert straight.file_hash == image.file_hash != ""


def test_code_that_replaces_a_file_leaves_no_old_hash_behind() -> None:
    image = SiteImage.objects.create(title="By code", file=ContentFile(made.jpeg(), name="a.jpg"))
    before = image.file_hash
    image.file.save("b.png", ContentFile(made.png()))
    image = SiteImage.objects.get()
    assert image.file_hash == hash_filelike(io.BytesIO(stored_bytes(image))) != before
    assert image.file_size == len(stored_bytes(image))


def test_a_form_that_comes_back_for_a_title_still_cleans_the_waiting_file(editor: Client) -> None:
    fields = {"title": "x" * 300, "files[]": SimpleUploadedFile("holiday.jpg", made.jpeg())}
    waiting = editor.post(reverse("wagtailimages:add_multiple"), fields).json()["uploaded_file_id"]
    answer = editor.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting]),
        {
            f"uploaded-image-{waiting}-title": "Holiday",
            f"uploaded-image-{waiting}-collection": Collection.get_first_root_node().pk,
        },
    )
    assert answer.json()["success"]
    assert_private(stored_bytes(SiteImage.objects.get()))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(
    editor: Client, orientation: int, kind: str
) -> None:
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "HEIF": "a.heic"}[kind]
    assert upload(editor, name, made.held(orientation, kind)).status_code == 302
    image = SiteImage.objects.get()
    assert (image.width, image.height) == (96, 64)
    upright = ["red", "lime", "blue", "white"]
    assert corners(stored_bytes(image)) == upright
    for rendition in make(image, specs(image, "text").all).values():
        assert (rendition.width, rendition.height) == (96, 64)
        assert corners(stored_bytes(rendition)) == upright


@pytest.mark.parametrize("name", ["holiday.jpg", "holiday.png", "holiday.webp", "holiday.gif"])
def test_cleaning_changes_no_pixel(editor: Client, name: str) -> None:
    raw = KINDS[name]()
    upload(editor, name, raw)
    kept = stored_bytes(SiteImage.objects.get())
    before, after = Image.open(io.BytesIO(raw)), Image.open(io.BytesIO(kept))
    assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
    assert after.info.get("icc_profile") == before.info.get("icc_profile")


def test_a_clean_file_is_kept_byte_for_byte(editor: Client) -> None:
    for number, kind in enumerate(("PNG", "GIF", "WEBP", "AVIF")):
        raw = made.encoded(made.quarters(), kind)
        upload(editor, f"{number}.{kind.lower()}", raw)
        assert stored_bytes(SiteImage.objects.get(file__contains=f"/{number}.")) == raw


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_an_animation_stays_one(editor: Client, kind: str) -> None:
    extra = {"comment": b"secret remark"} if kind == "GIF" else {"exif": made.notes()}
    raw = made.animation(kind, **extra)
    upload(editor, f"dance.{kind.lower()}", raw)
    image = SiteImage.objects.get()
    assert image.animated
    for data in (stored_bytes(image), *map(stored_bytes, make(image, specs(image, "wide").all).values())):
        assert_private(data)
        picture = Image.open(io.BytesIO(data))
        assert picture.n_frames == 3
        assert picture.info.get("loop", 0) == 0


def test_a_phones_heic_is_stored_as_a_jpeg_every_browser_reads(editor: Client) -> None:
    upload(editor, "IMG_0001.HEIC", made.heic())
    image = SiteImage.objects.get()
    assert image.file.name.endswith("IMG_0001.jpg")
    assert Image.open(io.BytesIO(stored_bytes(image))).format == "JPEG"


def test_the_profile_of_a_picture_that_was_turned_is_kept(editor: Client) -> None:
    upload(editor, "tall.jpg", made.held(6, icc_profile=made.PROFILE))
    image = SiteImage.objects.get()
    assert Image.open(io.BytesIO(stored_bytes(image))).info["icc_profile"] == made.PROFILE


def test_hash_and_size_are_those_of_the_stored_file_so_that_duplicates_are_found(editor: Client) -> None:
    upload(editor, "one.jpg", made.jpeg())
    # The same pixels with other notes are the same picture.
    upload(editor, "two.jpg", made.held(1, quality=90, icc_profile=made.PROFILE))
    one, two = SiteImage.objects.order_by("pk")
    data = stored_bytes(one)
    assert one.file_size == len(data)
    assert one.file_hash == hash_filelike(io.BytesIO(data)) == two.file_hash
    user = one.uploaded_by_user
    assert list(find_image_duplicates(two, user, policy_registry.get_by_type(SiteImage))) == [one]


def test_a_replaced_file_is_cleaned_and_its_sizes_are_made_anew(editor: Client) -> None:
    upload(editor, "one.jpg", made.jpeg())
    image = SiteImage.objects.get()
    make(image, specs(image, "text").all)
    fields = {
        "title": "New",
        "file": SimpleUploadedFile("new.png", made.png()),
        "collection": image.collection_id,
    }
    assert editor.post(reverse("wagtailimages:edit", args=[image.pk]), fields).status_code == 302
    image = SiteImage.objects.get()
    assert image.file.name.endswith("new.png")
    assert_private(stored_bytes(image))
    assert image.renditions.filter(filter_spec__contains="avif").count() == 0


def test_a_title_can_be_changed_without_the_file(editor: Client) -> None:
    upload(editor, "one.jpg", made.jpeg())
    image = SiteImage.objects.get()
    before = image.file_hash
    fields = {"title": "New", "collection": image.collection_id}
    assert editor.post(reverse("wagtailimages:edit", args=[image.pk]), fields).status_code == 302
    image.refresh_from_db()
    assert (image.title, image.file_hash) == ("New", before)
