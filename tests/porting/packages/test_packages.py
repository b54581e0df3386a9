"""What somebody hands over is read safely."""

import os
import stat
import zipfile
from pathlib import Path

import pytest

from porting.packages import Package, PackageError, inside
from porting.packages import zipped as limits


def zipped(path: Path, **files: bytes | str) -> Path:
    """A zip with these files; ``__`` in a name stands for a slash."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name.replace("__", "/"), content)
    return path


def raw_zip(path: Path, name: str, content: bytes = b"x", mode: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        file.writestr(info, content, zipfile.ZIP_DEFLATED)
    return path


def test_a_file_a_folder_and_a_zip_are_read_alike(tmp_path):
    (tmp_path / "f" / "sub").mkdir(parents=True)
    (tmp_path / "f" / "sub" / "a.md").write_text("text")
    (tmp_path / "f" / "b.md").write_text("b")
    archive = zipped(tmp_path / "f.zip", sub__a_md=b"text")

    with Package.open(tmp_path / "f") as folder:
        assert folder.names() == ["b.md", "sub/a.md"]
        assert folder.read("sub/a.md") == b"text"
        assert folder.below("sub").names() == ["a.md"]
        assert not folder.is_single_file
    with Package.open(archive) as zip_file:
        assert zip_file.read("a_md") == b"text"
    with Package.open(tmp_path / "f" / "b.md") as single:
        assert (single.names(), single.read("b.md"), single.is_single_file) == (["b.md"], b"b", True)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["blog-main/_posts/a.md", "blog-main/_config.yml"], ["_config.yml", "_posts/a.md"]),
        (["_posts/a.md"], ["_posts/a.md"]),
        (["content/a.md"], ["content/a.md"]),
        (["a/x.md", "b/y.md"], ["a/x.md", "b/y.md"]),
        (["__MACOSX/._x", "blog/a.md", "a/.DS_Store"], ["blog/a.md"]),
    ],
)
def test_the_folder_around_everything_in_a_zip_does_not_count(tmp_path, names, expected):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for name in names:
            file.writestr(name, "x")

    assert Package.open(tmp_path / "a.zip").names() == expected


@pytest.mark.parametrize(
    "name", ["../evil.md", "a/../../evil.md", "/etc/passwd", "C:/evil.md", "..\\evil.md"]
)
def test_names_that_lead_out_of_a_zip_are_refused(tmp_path, name):
    with pytest.raises(PackageError, match="not safe"):
        Package.open(raw_zip(tmp_path / "a.zip", name))


def test_a_link_in_a_zip_is_left_out(tmp_path):
    package = Package.open(raw_zip(tmp_path / "a.zip", "link", b"/etc/passwd", stat.S_IFLNK | 0o777))

    assert package.names() == []
    assert package.left_out == [("link", "a link")]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    bomb = raw_zip(tmp_path / "a.zip", "bomb.xml", b"0" * (limits.SMALL + 1_000_000))

    with pytest.raises(PackageError, match="grows"):
        Package.open(bomb)


def test_many_small_bombs_are_refused_too(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "SMALL", 100_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(20):
            file.writestr(f"{number}.xml", b"0" * 90_000)

    with pytest.raises(PackageError, match="grow"):
        Package.open(tmp_path / "a.zip")


def test_a_zip_that_would_fill_the_disk_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_TOTAL", 10)

    with pytest.raises(PackageError, match="would fill"):
        Package.open(raw_zip(tmp_path / "a.zip", "a", b"12345678901"))


@pytest.mark.parametrize("cut", [10, 60])
def test_a_damaged_zip_gets_a_clear_error(tmp_path, cut):
    whole = raw_zip(tmp_path / "a.zip", "a.md", os.urandom(200)).read_bytes()
    (tmp_path / "b.zip").write_bytes(whole[cut:])

    with pytest.raises(PackageError, match="damaged|read"):
        Package.open(tmp_path / "b.zip").read("a.md")


def test_a_zip_whose_end_is_missing_is_called_damaged(tmp_path):
    whole = raw_zip(tmp_path / "a.zip", "a.md", os.urandom(200)).read_bytes()
    (tmp_path / "b.zip").write_bytes(whole[:-30])

    with pytest.raises(PackageError, match="its end is missing"):
        Package.open(tmp_path / "b.zip")


def test_what_is_only_called_a_zip_is_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"GIF89a")

    with pytest.raises(PackageError, match="called a zip but is none"):
        Package.open(tmp_path / "a.zip")


def test_a_zip_with_nothing_in_it_is_called_empty(tmp_path):
    zipfile.ZipFile(tmp_path / "a.zip", "w").close()

    with pytest.raises(PackageError, match="empty"):
        Package.open(tmp_path / "a.zip")


def test_a_file_larger_than_asked_for_is_not_read(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"x" * 1000)

    with pytest.raises(PackageError, match="too large"):
        Package.open(tmp_path / "a.xml").read("a.xml", limit=999)


def test_links_in_a_folder_are_followed_only_inside_it(tmp_path):
    folder = tmp_path / "blog"
    (folder / "real").mkdir(parents=True)
    (folder / "real" / "a.md").write_text("a")
    (tmp_path / "secret.md").write_text("secret")
    (folder / "inside.md").symlink_to(folder / "real" / "a.md")
    (folder / "outside.md").symlink_to(tmp_path / "secret.md")
    (folder / "around").symlink_to(folder)
    (folder / "broken.md").symlink_to(folder / "nothing.md")
    os.mkfifo(folder / "pipe.md")

    package = Package.open(folder)

    assert package.names() == ["inside.md", "real/a.md"]
    assert {name for name, _why in package.left_out} == {"outside.md", "around", "broken.md", "pipe.md"}


def test_what_is_not_there_gets_a_clear_error(tmp_path):
    with pytest.raises(PackageError, match="no file or folder"):
        Package.open(tmp_path / "nothing")
    with pytest.raises(PackageError, match="no file"):
        Package.open(tmp_path).read("a.md")
    with pytest.raises(PackageError):
        Package.open(tmp_path).open_file("../a.md")


@pytest.mark.parametrize(
    ("folder", "address", "name"),
    [
        ("a/b", "c.md", "a/b/c.md"),
        ("a/b", "../c.md", "a/c.md"),
        ("", "./c.md", "c.md"),
        ("a", "/c.md", "c.md"),
        ("a", "../../c.md", None),
        ("", "..", None),
    ],
)
def test_addresses_are_followed_inside_the_package_only(folder, address, name):
    assert inside(folder, address) == name


def test_names_in_old_encodings_can_be_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("über.md", "x")
    raw = (tmp_path / "a.zip").read_bytes()
    # The mark that says "UTF-8" is taken away, as many programs do not set it.
    for header in (b"PK\x03\x04", b"PK\x01\x02"):
        at = raw.index(header) + (6 if header.endswith(b"\x04") else 8)
        raw = raw[:at] + bytes([raw[at], raw[at + 1] & ~0x08]) + raw[at + 2 :]
    (tmp_path / "b.zip").write_bytes(raw)

    assert Package.open(tmp_path / "b.zip").names() == ["über.md"]
