"""Texts and numbers no database takes do not stop an import."""

from datetime import UTC, datetime

import pytest

from blog.models import BlogPage, Comment, Tag
from porting.document import SourceComment, SourceTerm
from porting.importer import texts
from porting.importer.texts import plain
from porting.models import ImportedItem
from tests.patience import patience
from tests.porting.source import blog, bring_in, kinds, post

pytestmark = pytest.mark.django_db


def test_zero_bytes_and_half_characters_are_taken_out(home, tmp_path):
    odd = post(
        "one",
        title="On\0e \ud83d",
        html="<p>Te\0xt \udcff</p>",
        tags=["t\0"],
        kept={"x\0": ["y\0"]},
        comments=[SourceComment("1", "Na\0me", "<p>\0Hi</p>")],
    )
    report = bring_in(blog(odd, tags={"t\0": SourceTerm("t\0", "T\0", "t")}), tmp_path)

    assert BlogPage.objects.get().title == "One ?"
    assert (Comment.objects.get().author_name, Tag.objects.get().name) == ("Name", "T")
    assert not report.counts["failed"]


def test_long_texts_are_cut_and_reported(home, tmp_path):
    long = post(
        "one", source_id="s" * 900, title="T" * 400, slug="x" * 400, summary="s" * 900, tags=["t" * 400]
    )
    report = bring_in(blog(long, series={"s": SourceTerm("s", "S" * 400, "s" * 400)}), tmp_path)

    page = BlogPage.objects.get()
    assert (len(page.title), len(page.slug), len(page.summary)) == (255, 255, 500)
    assert {"title", "field"} <= kinds(report, ImportedItem.objects.get().source_id)
    bring_in(blog(long), tmp_path)
    assert BlogPage.objects.count() == 1


@pytest.mark.parametrize("position", [-1, 10**9])
def test_a_part_no_series_has_is_left_out_and_reported(home, tmp_path, position):
    report = bring_in(blog(post("one", series="s", series_position=position)), tmp_path)

    assert BlogPage.objects.get().series_position is None
    assert "series" in kinds(report, "one")


@pytest.mark.parametrize("year", [2, 1969, 2020])
def test_dates_from_long_ago_are_kept(home, client, tmp_path, year):
    date = datetime(year, 1, 1, tzinfo=UTC)
    report = bring_in(blog(post("one", date=date)), tmp_path)

    assert not report.counts["failed"]
    assert BlogPage.objects.get().date == date


def test_a_text_without_faults_stays_as_it_is():
    assert texts.harmless("日本 🎉 é") == "日本 🎉 é"


def test_an_empty_blog_is_imported_without_complaint(home, tmp_path):
    report = bring_in(blog(), tmp_path)

    assert report.counts["posts"] == 0


def test_the_markup_of_a_description_is_not_shown_to_readers(home, client, tmp_path):
    described = "<p>About <a href='/x/'>the sea</a> &amp; salt.</p><script>alert(1)</script>"
    source = blog(post("one", tags=["sea"]), tags={"sea": SourceTerm("sea", "Sea", "sea", described)})

    bring_in(source, tmp_path)

    assert Tag.objects.get().description.startswith("About the sea & salt.")
    assert b"&lt;p&gt;" not in client.get("/blog/tags/sea/").content


def test_a_summary_of_signs_that_open_and_never_close_is_read_at_once():
    with patience():
        assert plain("<" * 200_000 + "end").endswith("end")
