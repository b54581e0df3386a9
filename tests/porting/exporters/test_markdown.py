"""The Markdown export: complete, readable by others, and with nothing private in what they would publish."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command
from wagtail.models import Locale

from blog.models import Category, Series, Tag
from porting.exporters.formats import export_blog
from porting.packages import Package
from porting.readers.colophon import ColophonReader
from porting.readers.markdown.front import split
from porting.readers.options import ReadOptions
from tests.factories import AuthorFactory, BlogIndexPageFactory, SiteImageFactory, make_post
from tests.factories.states import restrict
from tests.porting.exporters.blog_to_export import fill

# Even tests that only look at files: those without a database run last, when others have emptied it.
pytestmark = pytest.mark.django_db


@pytest.fixture
def exported(exported_as) -> Path:
    return exported_as("markdown", "https://blog.example")


def head(path: Path) -> dict:
    front = split(path.read_text())
    assert front.found
    assert not front.error
    return front.data


def test_every_field_is_in_the_head(exported):
    data = head(exported / "blog/2024-05-06-rich/index.md")
    assert data["title"] == 'Rich: "all" of {it}; \\ & <more>'
    assert data["description"] == "What: is - in 'it'\n---\nreally"
    assert (data["slug"], data["url"]) == ("rich", "/blog/rich/")
    assert (data["date"], data["lastmod"]) == ("2024-05-06T07:08:09+00:00", "2024-06-07T08:09:10+00:00")
    assert data["authors"] == ["zoë-zimmer", "ada-abel"]
    assert (data["tags"], data["categories"]) == (["cpp", "aerger"], ["tools", "work"])
    assert (data["series"], data["series_position"]) == ("a-series", 2)
    assert (data["image_alt"], data["featured"]) == ("The cover", True)
    assert data["aliases"] == ["/2019/05/rich"]
    assert (data["seo_title"], data["seo_description"]) == ("For search", "Found by")
    assert "expiryDate" in data
    assert "draft" not in data


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired", "login", "password"])
def test_what_is_not_public_is_a_draft_for_other_systems(exported, state):
    data = head(next(exported.glob(f"blog/*-{state}/index.md")))
    assert data["draft"] is True
    assert data["colophon"]["state"] in ("draft", "scheduled", "members", "password")


def test_an_unlisted_post_says_so(exported):
    data = head(next(exported.glob("blog/*-unlisted/index.md")))
    assert (data.get("unlisted"), data.get("draft")) == (True, None)
    assert data["build"] == {"list": "never"}


def test_hugo_makes_no_list_of_a_name_that_only_unlisted_posts_have(blog, tmp_path):
    ada, both, ida = (AuthorFactory(name=name) for name in ("Ada", "Both", "Ida"))
    make_post(blog, "unlisted", slug="by-link", tags=["secret", "both"], authors=[ada, both])
    make_post(blog, "live", slug="open", tags=["both"], authors=[both])
    make_post(blog, "draft", slug="draft", tags=["later"], authors=[ida])
    export_blog(blog, "markdown", tmp_path / "out")
    folder = tmp_path / "out/hidden-lists"
    assert {path.parent.relative_to(folder).as_posix() for path in folder.rglob("*.md")} == {
        "authors/ada",
        "tags/secret",
    }
    assert head(folder / "tags/secret/_index.md")["build"] == {"list": "never", "render": "never"}
    assert 'source = "hidden-lists"\ntarget = "content"' in (tmp_path / "out/hugo.toml").read_text()


def test_hugo_is_told_the_language_in_the_words_all_its_versions_know(blog, tmp_path):
    Locale.objects.update(language_code="pt-br")
    export_blog(type(blog).objects.get(pk=blog.pk), "markdown", tmp_path / "out")
    settings = tomllib.loads((tmp_path / "out/hugo.toml").read_text())

    assert settings["defaultContentLanguage"] == "pt-br"
    assert not {"languageCode", "locale"} & set(settings)  # each a stranger to half of the versions


def test_authors_and_tags_are_as_docusaurus_wants_them(exported):
    authors = yaml.safe_load((exported / "blog/authors.yml").read_text())
    assert authors["zoë-zimmer"]["name"] == "Zoë Zimmer"
    assert authors["zoë-zimmer"]["title"] == "Editor"
    tags = yaml.safe_load((exported / "blog/tags.yml").read_text())
    assert tags["cpp"] == {"label": "C++", "permalink": "/cpp"}
    categories = yaml.safe_load((exported / "categories.yml").read_text())
    assert categories["tools"] == {"name": "Tools & more", "parent": "work"}


def test_old_addresses_are_in_both_tables(exported):
    with (exported / "redirects.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert {"from": "/2019/05/rich", "to": "/blog/rich/", "status": "301"} in rows
    assert "/2019/05/rich /blog/rich/ 301\n" in (exported / "static/_redirects").read_text()


def test_comments_are_kept_away_from_what_is_published(exported):
    rows = json.loads((exported / "comments/blog/2024-05-06-rich.json").read_text())
    assert [(row["author"], row["state"]) for row in rows] == [("Ida", "approved"), ("Bot", "spam")]
    assert rows[1]["parent"] == rows[0]["id"]


def test_pages_keep_their_place(exported):
    assert head(exported / "pages/about.team/index.md")["url"] == "/about/team/"


def test_no_page_lies_in_the_folder_of_another_where_hugo_would_take_it_for_a_file_of_that_one(exported):
    folders = {path.parent for path in exported.rglob("index.md")}
    assert len(folders) > 2
    assert [folder for folder in folders if folders.intersection(folder.parents)] == []


def test_links_and_pictures_lead_to_places_in_the_export(exported):
    text = (exported / "blog/2024-05-06-rich/index.md").read_text()
    assert "[a link](/blog/linked/)" in text
    [picture] = set(re.findall(r'src="(/media/[^"]*)"', text))
    assert (exported / "static" / picture[1:]).is_file()


def test_the_list_of_contents_has_every_file_and_its_hash(exported):
    manifest = json.loads((exported / "manifest.json").read_text())
    files = {path.relative_to(exported).as_posix(): path for path in exported.rglob("*") if path.is_file()}
    assert set(files) == {*manifest["files"], "manifest.json"}
    for name, entry in manifest["files"].items():
        assert entry["sha256"] == hashlib.sha256(files[name].read_bytes()).hexdigest()
    counts = manifest["counts"]
    assert (counts["posts"], counts["pages"], counts["comments"]) == (8, 2, 2)


def test_a_private_posts_picture_is_not_among_the_public_ones(blog, tmp_path):
    shown, hidden = SiteImageFactory(file__color="red"), SiteImageFactory(file__color="blue")
    make_post(blog, "live", slug="open", cover=shown)
    make_post(blog, "password", slug="closed", cover=hidden)
    make_post(blog, "draft", slug="both", cover=shown)
    export_blog(blog, "markdown", tmp_path / "out")
    public = [path.read_bytes() for path in (tmp_path / "out/static/media").iterdir()]
    assert public == [shown.file.open().read()]
    beside = next((tmp_path / "out/blog").glob("*-closed/*.jpg"))
    assert beside.read_bytes() == hidden.file.open().read()


def test_the_portrait_of_somebody_nobody_has_read_yet_stays_private(blog, tmp_path):
    known = AuthorFactory(name="Known", portrait=SiteImageFactory(file__color="red"))
    unknown = AuthorFactory(name="Unknown", portrait=SiteImageFactory(file__color="blue"))
    make_post(blog, "live", slug="open", authors=[known])
    make_post(blog, "draft", slug="later", authors=[unknown])
    export_blog(blog, "markdown", tmp_path / "out")
    authors = yaml.safe_load((tmp_path / "out/blog/authors.yml").read_text())
    assert (tmp_path / "out/static" / authors["known"]["image_url"].lstrip("/")).is_file()
    assert "image_url" not in authors["unknown"]
    assert (tmp_path / "out" / authors["unknown"]["colophon"]["portrait"]).is_file()
    assert len(list((tmp_path / "out/static/media").iterdir())) == 1
    with Package.open(tmp_path / "out") as package:
        source = ColophonReader().read(package, ReadOptions())
        assert source.media[source.authors["unknown"].portrait].path.startswith("private/")


def test_the_cover_of_a_series_nobody_has_read_yet_stays_private(blog, tmp_path):
    begun, planned = (
        Series.objects.create(title=name, slug=name, cover=SiteImageFactory(file__color=colour))
        for name, colour in (("begun", "red"), ("planned", "blue"))
    )
    make_post(blog, "live", slug="open", series=begun)
    make_post(blog, "draft", slug="later", series=planned)
    export_blog(blog, "markdown", tmp_path / "out")

    series = yaml.safe_load((tmp_path / "out/series.yml").read_text())
    assert (tmp_path / "out/static" / series["begun"]["image"].lstrip("/")).is_file()
    assert "image" not in series["planned"]
    with Package.open(tmp_path / "out") as package:
        source = ColophonReader().read(package, ReadOptions())
        assert source.media[source.series["planned"].cover].path.startswith("private/")
    assert len(list((tmp_path / "out/static/media").iterdir())) == 1


def test_unpublished_changes_are_kept_out_of_the_public_post(blog, tmp_path):
    post = make_post(blog, "live", slug="open", text="<p>As read</p>")
    post.body = [("paragraph", "<p>Secret plans</p>")]
    post.save_revision()
    export_blog(blog, "markdown", tmp_path / "out")
    places = [
        p.relative_to(tmp_path / "out").parts[0]
        for p in (tmp_path / "out").rglob("*")
        if p.is_file() and b"Secret plans" in p.read_bytes()
    ]
    assert places == ["drafts"]


def test_posts_below_a_closed_blog_are_no_more_public_than_it(blog, tmp_path):
    make_post(blog, "live", slug="inside")
    restrict(blog, "login")
    export_blog(blog, "markdown", tmp_path / "out")
    assert head(next((tmp_path / "out/blog").glob("*-inside/index.md")))["draft"] is True


def test_a_missing_picture_is_reported_and_the_rest_goes_on(blog, tmp_path):
    image = SiteImageFactory(title="Gone")
    make_post(blog, "live", slug="open", cover=image)
    image.file.storage.delete(image.file.name)
    outcome = export_blog(blog, "markdown", tmp_path / "out")
    assert "Gone" in outcome.problems[0].detail
    assert outcome.counts["posts"] == 1


def test_files_of_one_name_and_content_are_one_and_others_are_kept_apart(blog, tmp_path):
    same, again = SiteImageFactory(file__color="red"), SiteImageFactory(file__color="red")
    other = SiteImageFactory(file__color="blue")
    for number, image in enumerate((same, again, other)):
        make_post(blog, "live", slug=f"post-{number}", cover=image)
    export_blog(blog, "markdown", tmp_path / "out")
    assert len(list((tmp_path / "out/static/media").iterdir())) == 2


def test_the_command_writes_a_zip_and_says_what_is_in_it(blog, tmp_path, capsys):
    fill(blog)
    call_command("export_blog", tmp_path / "out.zip", "--blog", "/blog/", "--format", "markdown")
    assert "8 posts, " in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        assert "blog/2024-05-06-rich/index.md" in archive.namelist()


def test_with_several_blogs_the_command_asks_which(blog, home, tmp_path):
    BlogIndexPageFactory(parent=home, title="News")
    with pytest.raises(CommandError, match="--blog /blog/ or /news/"):
        call_command("export_blog", tmp_path / "out")
    with pytest.raises(CommandError, match="no blog at /log/"):
        call_command("export_blog", tmp_path / "out", "--blog", "log")


def test_everything_of_the_site_is_counted(blog, tmp_path):
    Tag.objects.create(name="Unused", slug="unused")
    Category.objects.create(name="Empty", slug="empty")
    outcome = export_blog(blog, "markdown", tmp_path / "out")
    assert (outcome.counts["tags"], outcome.counts["categories"]) == (1, 1)
