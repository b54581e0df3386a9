"""Looking at a blog before it is imported."""

import pytest
from wagtail.models import Page

from blog.models import Author, Tag
from porting.models import ImportedItem
from tests.porting.source import blog, bring_in, kinds, look_at, post

pytestmark = pytest.mark.django_db


def test_a_dry_run_writes_nothing_and_says_the_same(home, tmp_path):
    source = blog(
        post("one", html='<p><img src="gone.png" alt="x"></p>', authors=["new"], tags=["t"]),
        post("two", addresses=["/2020/one/"]),
    )
    before = {model: model.objects.count() for model in (Page, Author, Tag, ImportedItem)}

    looked = look_at(source, tmp_path)

    assert {model: model.objects.count() for model in before} == before
    assert looked.counts["posts"] == 2
    assert looked.counts["files missing"] == 1
    assert {"image"} <= kinds(looked, "one")
    assert {"aliases"} <= kinds(looked, "two")
    done = bring_in(source, tmp_path)
    assert {tuple(sorted(item.items())) for item in looked.items} <= {
        tuple(sorted((key, item[key]) for key in item if key not in ("url", "admin"))) for item in done.items
    }


def test_posts_that_would_share_an_address_are_named_before(home, tmp_path):
    looked = look_at(blog(post("same"), post("other", source_id="second", slug="same")), tmp_path)

    assert "slug" in kinds(looked, "second")


def test_fields_that_are_told_in_one_line_are_whole_in_the_report(home, tmp_path):
    told = {"acme_layout": {"values": [{"value": "wide", "posts": ["one"]}]}}
    source = blog(post("one"), settings=told)

    assert look_at(source, tmp_path).as_json()["settings"] == told
    assert bring_in(source, tmp_path).as_json()["settings"] == told
    assert "settings" not in bring_in(blog(post("one")), tmp_path).as_json()
