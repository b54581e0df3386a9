"""An export is complete, or it is not there."""

from __future__ import annotations

import hashlib
import json
import zipfile

import pytest

from porting.exporters.destination import ExportError, destination
from porting.exporters.manifest import check_counts, write_manifest


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_files_arrive_with_their_size_and_hash(tmp_path, name):
    with destination(tmp_path / name) as place:
        place.write("a/b.txt", "héllo")
        write_manifest(place, {"posts": 0}, {"title": "Blog"})
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            content, manifest = archive.read("a/b.txt"), json.loads(archive.read("manifest.json"))
    else:
        content = (tmp_path / name / "a/b.txt").read_bytes()
        manifest = json.loads((tmp_path / name / "manifest.json").read_bytes())
    assert content.decode() == "héllo"
    assert manifest["files"]["a/b.txt"] == {"size": 6, "sha256": hashlib.sha256(content).hexdigest()}
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_failed_export_leaves_nothing_behind(tmp_path, name):
    def fail() -> None:
        with destination(tmp_path / name) as place:
            place.write("a.txt", "half")
            check_counts({"posts": 2}, {"posts": 1})

    with pytest.raises(ExportError, match="posts: 1 of 2"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_is_left_alone(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("precious")
    with pytest.raises(ExportError, match="already"), destination(tmp_path / "out"):
        pass
    assert (tmp_path / "out/mine.txt").read_text() == "precious"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out", "a/../../b", ""])
def test_no_file_is_written_outside_the_export(tmp_path, name):
    with destination(tmp_path / "out") as place, pytest.raises(ExportError):
        place.write(name, "x")


def test_two_files_of_one_name_are_refused(tmp_path):
    with destination(tmp_path / "out") as place:
        place.write("a.txt", "x")
        with pytest.raises(ExportError, match=r"a\.txt"):
            place.write("a.txt", "y")
