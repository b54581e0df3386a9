from pathlib import Path

import pytest
from django.test import Client


@pytest.fixture
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    for name in (
        "images/card.webp",
        "images/page.html",
        "images/drawing.svg",
        "avatar_images/me.jpg",
        "original_images/card.jpg",
        "documents/plan.pdf",
        "secret.jpg",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content of " + name.encode())
    return tmp_path


def fetch(path: str):
    return Client().get(path)


def test_a_rendition_is_served_to_be_kept_for_a_year(media: Path) -> None:
    response = fetch("/media/images/card.webp")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == b"content of images/card.webp"


def test_an_unchanged_rendition_is_not_sent_again(media: Path) -> None:
    first = fetch("/media/images/card.webp")
    again = Client().get("/media/images/card.webp", headers={"If-Modified-Since": first["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/media/original_images/card.jpg",
        "/media/documents/plan.pdf",
        "/media/secret.jpg",
        "/media/images/../secret.jpg",
        "/media/images/%2e%2e/secret.jpg",
        "/media/images//etc/passwd.jpg",
        "/media/images/page.html",
        "/media/images/drawing.svg",
        "/media/images/",
        "/media/images/missing.webp",
        "/media/images/%00.webp",
    ],
)
@pytest.mark.django_db
def test_nothing_else_in_the_media_folder_can_be_read(media: Path, path: str) -> None:
    assert fetch(path).status_code in {400, 404}
    assert not hasattr(fetch(path), "streaming_content")


def test_pictures_of_accounts_are_for_those_who_sign_in(
    media: Path, admin_client: Client, client: Client
) -> None:
    assert client.get("/media/avatar_images/me.jpg").status_code == 404
    response = admin_client.get("/media/avatar_images/me.jpg")
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private")


def test_no_file_has_a_name_that_long(media: Path, db: None) -> None:
    assert fetch(f"/media/images/{'a' * 300}.webp").status_code == 404
    assert fetch(f"/media/images/{'a/' * 3000}b.webp").status_code == 404
