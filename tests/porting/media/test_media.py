"""Pictures and files of an old site: found by their whole address, stored once, without private notes."""

import base64
import io
import zipfile

import pytest
from PIL import Image

from blog.models import BlogPage
from core.models import SiteDocument, SiteImage
from porting.document import Picture, SourceMedia
from porting.importer.options import ImportOptions
from porting.models import ImportedMedia
from tests.pictures import ask_for_pictures
from tests.porting.source import blog, bring_in, kinds, picture, post

pytestmark = pytest.mark.django_db


def shows(*addresses, **fields):
    """A post with these pictures."""
    html = "".join(f'<p><img src="{address}" alt="Nr. {n}"></p>' for n, address in enumerate(addresses))
    return post("one", html=html, **fields)


def block_types():
    return [block.block_type for block in BlogPage.objects.get().body]


def colours():
    """The colours of the stored pictures, in the order they were stored."""
    found = []
    for image in SiteImage.objects.order_by("pk"):
        with image.file.open() as file, Image.open(file) as opened:
            found.append(opened.convert("RGB").getpixel((0, 0)))
    return found


RED, BLUE = (255, 0, 0), (0, 0, 255)


def test_pictures_of_the_same_name_are_not_mixed_up(home, tmp_path):
    for year, colour in (("2020", "red"), ("2021", "blue")):
        (tmp_path / "up" / year).mkdir(parents=True)
        (tmp_path / "up" / year / "image.png").write_bytes(picture(colour))

    bring_in(
        blog(shows("/up/2020/image.png", "https://old.example/up/2021/image.png"), media_roots=["."]),
        tmp_path,
    )

    assert colours() == [RED, BLUE]
    assert block_types() == ["image", "image"]


def test_one_content_is_stored_once_however_often_it_is_shown(home, tmp_path):
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(picture())

    source = blog(shows("a.png", "b.png", "a.png", cover=Picture("a.png")))
    bring_in(source, tmp_path)
    bring_in(source, tmp_path)

    assert SiteImage.objects.count() == 1
    assert ImportedMedia.objects.count() == 2


@pytest.mark.parametrize(
    ("place", "address", "fields"),
    [
        ("posts/one/a.png", "a.png", {"media_base": "posts/one"}),
        ("posts/one/a.png", "./img/../a.png", {"media_base": "posts/one"}),
        ("posts/my pic.png", "my%20pic.png", {"source_path": "posts/one.md"}),
        ("static/img/a.png", "/img/a.png", {}),
        ("static/img/A.PNG", "/img/a.png?w=300", {}),
        ("static/img/a.png", "https://www.old.example/img/a.png", {}),
        ("static/img/a.png", "https://i0.wp.com/old.example/img/a.png?resize=300", {}),
        ("static/img/a.png", "/img/a-300x200.png", {}),
    ],
)
def test_a_file_of_the_package_is_found(home, tmp_path, place, address, fields):
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_bytes(picture())

    bring_in(blog(shows(address, **fields), media_roots=["static"]), tmp_path)

    assert block_types() == ["image"]


def test_the_full_size_is_taken_when_it_is_there(home, tmp_path):
    (tmp_path / "a.png").write_bytes(picture("red"))
    (tmp_path / "a-30x20.png").write_bytes(picture("blue"))

    bring_in(blog(shows("/a-30x20.png"), media_roots=["."]), tmp_path)

    assert colours() == [RED]


@pytest.mark.parametrize("folder", ["wp-content/uploads", "uploads", "."])
@pytest.mark.parametrize("zipped", [False, True])
def test_files_come_from_a_folder_or_zip_of_uploads(home, tmp_path, folder, zipped):
    (tmp_path / "site").mkdir()
    name = "2020/03/a.png"
    if zipped:
        media = tmp_path / "uploads.zip"
        with zipfile.ZipFile(media, "w") as file:
            file.writestr(f"{folder}/{name}".removeprefix("./"), picture())
    else:
        media = tmp_path / "media"
        (media / folder / name).parent.mkdir(parents=True)
        (media / folder / name).write_bytes(picture())
    source = blog(shows("https://old.example/wp-content/uploads/2020/03/a.png"))

    bring_in(source, tmp_path / "site", media=media)

    assert block_types() == ["image"]


def test_uploads_are_never_found_by_their_name_alone(home, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.png").write_bytes(picture())
    (tmp_path / "site").mkdir()

    report = bring_in(
        blog(shows("https://old.example/2020/03/a.png")), tmp_path / "site", media=tmp_path / "media"
    )

    assert block_types() == ["remote_picture"]
    assert "image" in kinds(report, "one")


def test_a_missing_picture_keeps_its_old_address_until_a_later_import_brings_it(home, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "media" / "up").mkdir(parents=True)
    source = blog(shows("/up/a.png", cover=Picture("/up/a.png", "Cover")))
    report = bring_in(source, tmp_path / "site")
    assert BlogPage.objects.get().body[0].value["url"] == "https://old.example/up/a.png"
    assert kinds(report, "one") == {"image", "feature"}

    (tmp_path / "media" / "up" / "a.png").write_bytes(picture())
    report = bring_in(
        source, tmp_path / "site", ImportOptions(media=str(tmp_path / "media")), media=tmp_path / "media"
    )

    assert block_types() == ["image"]
    assert BlogPage.objects.get().cover is not None
    assert not kinds(report, "one")


def test_the_place_and_time_a_picture_was_taken_are_not_stored(home, tmp_path):
    notes = Image.Exif()
    notes[0x010F] = "SpyCam"
    (tmp_path / "a.jpg").write_bytes(picture(kind="JPEG", exif=notes))

    bring_in(blog(shows("/a.jpg"), media_roots=["."]), tmp_path)

    with SiteImage.objects.get().file.open() as file:
        assert b"SpyCam" not in file.read()


def test_a_picture_under_a_wrong_name_is_stored_under_a_right_one(home, tmp_path):
    (tmp_path / "a.jpg").write_bytes(picture(kind="PNG"))
    (tmp_path / "b").write_bytes(picture("blue", kind="JPEG"))
    (tmp_path / "c.bmp").write_bytes(picture("green", kind="BMP"))

    bring_in(blog(shows("/a.jpg", "/b", "/c.bmp"), media_roots=["."]), tmp_path)

    endings = [image.file.name.rpartition(".")[2] for image in SiteImage.objects.order_by("pk")]
    assert endings == ["png", "jpg", "png"]


@pytest.mark.parametrize(
    "content", [b"", b"no picture", picture(size=(300, 300))[:200], b"<svg onload='x()'/>"]
)
def test_a_broken_picture_is_reported_and_keeps_its_place(home, tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)

    report = bring_in(blog(shows("/a.png"), media_roots=["."]), tmp_path)

    assert block_types() == ["remote_picture"]
    assert "image" in kinds(report, "one")
    assert not SiteImage.objects.exists()


def test_a_picture_inside_its_own_address_is_stored(home, tmp_path):
    data = base64.b64encode(picture()).decode()

    bring_in(blog(shows(f"data:image/png;base64,{data}")), tmp_path)

    assert block_types() == ["image"]


def test_nothing_outside_the_package_is_read(home, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "site" / "link.png").symlink_to(tmp_path / "secret.png")

    report = bring_in(
        blog(shows("../secret.png", "/../secret.png", "link.png"), media_roots=["."]), tmp_path / "site"
    )

    assert not SiteImage.objects.exists()
    assert "unreadable" in kinds(report, "link.png")


def test_what_the_media_library_said_is_kept(home, tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    media = {"a": SourceMedia("https://old.example/a.png", path="a.png", alt="A square", title="Square")}

    bring_in(blog(shows("https://old.example/a.png"), media=media), tmp_path)

    image = SiteImage.objects.get()
    assert (image.title, image.description) == ("Square", "A square")


def test_documents_are_stored_under_their_names(home, tmp_path):
    (tmp_path / "Jahres bericht.pdf").write_bytes(b"%PDF-1.4")
    html = '<p data-block="download"><a href="/Jahres%20bericht.pdf">The report</a></p>'

    bring_in(blog(post("one", html=html), media_roots=["."]), tmp_path)

    document = SiteDocument.objects.get()
    assert document.title == "Jahres bericht.pdf"
    assert block_types() == ["download"]


def test_no_sizes_are_made_while_importing(home, tmp_path, django_capture_on_commit_callbacks):
    (tmp_path / "a.png").write_bytes(picture())

    with django_capture_on_commit_callbacks(execute=True):
        bring_in(blog(shows("/a.png", cover=Picture("/a.png")), media_roots=["."]), tmp_path)

    assert not SiteImage.objects.get().renditions.exists()


def test_a_stored_picture_can_be_opened_by_readers(home, client, tmp_path):
    (tmp_path / "a.png").write_bytes(picture(size=(900, 600)))
    bring_in(blog(shows("/a.png"), media_roots=["."]), tmp_path)

    content = client.get("/blog/one/").content.decode()

    assert ask_for_pictures(client, content)
    content = client.get("/blog/one/").content.decode()
    source = content.split("/media/images/")[1].split('"')[0].split()[0]
    assert Image.open(io.BytesIO(b"".join(client.get(f"/media/images/{source}").streaming_content))).size
