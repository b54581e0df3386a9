"""What an export holds for nobody's eyes is offered to nobody, whatever a post links to."""

import json
import zipfile

import pytest

from core.models import SiteDocument
from porting.importer import source as sources
from porting.importer.options import ImportOptions
from porting.importer.run import import_source
from porting.models import ImportRun

pytestmark = pytest.mark.django_db


def import_zip(path, **files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    options = ImportOptions(format="ghost")
    with sources.opened(str(path), options) as source:
        return import_source(ImportRun(source="test"), source, options, lambda *progress: None)


@pytest.mark.parametrize("name", ["blog.ghost.json", "data/blog.ghost.json"])
def test_an_export_never_offers_itself_its_members_or_its_comments(home, tmp_path, name):
    links = f'<p><a href="/{name}">a</a> <a href="/{name.upper()}">b</a> <a href="/members.csv">c</a></p>'
    post = {"id": "1", "title": "One", "slug": "one", "status": "published", "html": links}
    export = json.dumps({"db": [{"meta": {"version": "5.0"}, "data": {"posts": [post]}}]})

    import_zip(
        tmp_path / "export.zip",
        **{name: export, "members.csv": "email\na@example.org", "content/files/report.json": "{}"},
    )

    assert not SiteDocument.objects.exists()


def test_other_data_in_an_export_is_offered_as_before(home, tmp_path):
    links = '<p><a href="/content/files/2024/report.json">a</a></p>'
    post = {"id": "1", "title": "One", "slug": "one", "status": "published", "html": links}
    export = json.dumps({"db": [{"meta": {"version": "5.0"}, "data": {"posts": [post]}}]})

    import_zip(tmp_path / "export.zip", **{"blog.json": export, "content/files/2024/report.json": "{}"})

    assert SiteDocument.objects.get().title == "report.json"
