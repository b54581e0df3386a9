"""A site in another language: its imports, exports and commands speak it, and nothing that is stored breaks."""

from __future__ import annotations

import io
import json
import re

import pytest
from django.core.management import call_command
from django.utils import translation

from blog.models import BlogPage
from porting.admin import words
from porting.document import Picture, SourceAuthor, SourceTerm, State
from porting.exporters.formats import FORMATS, export_blog
from porting.importer.labels import KINDS, STEPS
from porting.importer.telling import Ticker, told
from porting.models import ImportedItem
from tests.porting import catalogue
from tests.porting.source import blog, bring_in, day, look_at, post

pytestmark = pytest.mark.django_db
TRANSLATED = re.compile(r"⟦.*⟧", re.DOTALL)


@pytest.fixture(autouse=True)
def in_another_language(settings, tmp_path):
    catalogue.write(tmp_path / "locale", "de")
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    settings.LANGUAGE_CODE = "de"
    with translation.override("de"):
        yield
    translation.activate("en")


def difficult_blog():
    """Something to say about every post."""
    gone = Picture("https://old.example/gone.png", caption="Photo: me")
    hidden = [
        post(state, title=state, state=State(state)) for state in ("draft", "pending", "private", "trash")
    ]
    return blog(
        *hidden,
        post("untitled", title="", html=""),
        post("long", title="t" * 300, summary="s " * 400, seo_title="e" * 300, canonical_url="no address"),
        post("member", members_only=True, cover=gone, date=None),
        post("locked", state=State.PASSWORD),
        post("over", expires=day(2), series="tour", series_position=99_999, kept={"mood": "good"}),
        post("later", state=State.SCHEDULED, go_live=day(1)),
        post(
            "pictures",
            html='<p><img src="gone.png" alt="x"> <a href="/nowhere/">there</a></p>',
            unlisted=True,
        ),
        post("twin", addresses=["/2020/untitled/"]),
        post("about", kind="page", tags=["a"], categories=["b"], series="tour"),
        authors={"joe": SourceAuthor("joe", "Joe", email="joe@old.example", links=[("x", "javascript:1")])},
        tags={"a": SourceTerm("a", "One"), "A": SourceTerm("A", "ONE")},
        language="fr",
    )


def test_a_report_speaks_the_sites_language_throughout(home, tmp_path):
    report = bring_in(difficult_blog(), tmp_path)

    assert len({item["kind"] for item in report.items}) > 10
    untold = [item for item in report.items if not TRANSLATED.fullmatch(item["detail"])]
    assert untold == []
    assert json.loads(json.dumps(report.as_json())) == report.as_json()


def test_another_import_finds_the_first_ones_work(home, tmp_path):
    first = bring_in(difficult_blog(), tmp_path)
    second = bring_in(difficult_blog(), tmp_path)

    assert second.counts["unchanged"] == first.counts["imported"] > 5
    assert not ImportedItem.objects.exclude(state=ImportedItem.State.DONE).exists()
    assert {item["detail"] for item in second.items} <= {item["detail"] for item in first.items}


def test_what_the_command_and_the_admin_say_about_it_is_translated(home, tmp_path):
    report = look_at(difficult_blog(), tmp_path).as_json()
    out = io.StringIO()
    ticker = Ticker(out)
    ticker("Writing posts", 1, 2)
    said = told(report, dry_run=True, file="x.json")

    assert out.getvalue() == "⟦⟦Writing posts⟧: 1 of 2⟧"
    sentences = [line for line in said.splitlines() if line and line[:1] != " "]
    assert [line for line in sentences if not line.startswith("⟦")] == []
    assert [str(words.step(step))[0] for step in STEPS] == ["⟦"] * len(STEPS)
    assert {group["label"][0] for group in words.problems(report["items"]) if group["kind"] in KINDS} == {"⟦"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_is_counted_in_words_and_keeps_short_names_in_its_files(home, tmp_path, name):
    bring_in(difficult_blog(), tmp_path)
    out = io.StringIO()
    place = tmp_path / "out"
    call_command("export_blog", str(place), "--format", name, stdout=out)

    first, *rest = out.getvalue().splitlines()
    assert re.search(r": \d+ ⟦\w+", first)
    assert [line for line in rest if "⟦" not in line] == []
    if place.joinpath("manifest.json").exists():
        assert not any(
            "⟦" in key for key in json.loads(place.joinpath("manifest.json").read_text())["counts"]
        )


def test_an_export_comes_back_whatever_the_language(home, tmp_path):
    bring_in(difficult_blog(), tmp_path)
    there = BlogPage.objects.count()
    export_blog(BlogPage.objects.first().get_parent().specific, "markdown", tmp_path / "out")
    call_command("import_blog", str(tmp_path / "out"), "--under", "/again/", stderr=io.StringIO())

    assert BlogPage.objects.count() == 2 * there > 10
