"""When the demo is loaded and when it is not; and that its pictures do not change."""

from __future__ import annotations

from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import Site

from blog.models import Author, BlogPage
from home.demo import content
from home.demo.loader import SiteState, site_state
from home.demo.markdown import block_html, inline_html
from home.demo.pictures import STYLES, draw
from home.models import HomePage, StandardPage


def page_key(name: str) -> int:
    return {"post:here": 7}[name]


@pytest.mark.django_db
def test_a_new_site_counts_as_empty() -> None:
    assert site_state() is SiteState.EMPTY


@pytest.mark.django_db
def test_a_site_with_a_page_of_its_own_is_refused(home: HomePage) -> None:
    home.add_child(instance=StandardPage(title="Ours", slug="ours"))
    with pytest.raises(CommandError, match="content of its own"):
        call_command("load_demo")
    assert not BlogPage.objects.exists()


@pytest.mark.django_db
def test_a_site_with_a_written_front_page_is_refused(home: HomePage) -> None:
    home.body = [("paragraph", "<p>Welcome to our site.</p>")]
    home.save()
    assert site_state() is SiteState.OWN_CONTENT


@pytest.mark.django_db
def test_a_page_that_only_shares_an_address_with_the_demo_is_refused(home: HomePage) -> None:
    home.add_child(instance=StandardPage(title="About us", slug="about"))
    assert site_state() is SiteState.OWN_CONTENT


@pytest.mark.django_db
def test_if_empty_leaves_a_site_with_content_alone_without_a_word(home: HomePage) -> None:
    home.add_child(instance=StandardPage(title="Ours", slug="ours"))
    said = StringIO()
    call_command("load_demo", if_empty=True, stdout=said)
    assert said.getvalue() == ""
    assert not BlogPage.objects.exists()


@pytest.mark.django_db
def test_a_site_without_our_front_page_is_refused() -> None:
    Site.objects.all().delete()
    assert site_state() is SiteState.OWN_CONTENT


@pytest.mark.django_db
def test_a_load_that_was_cut_short_can_be_continued() -> None:
    Author.objects.create(name="Maren Holt", slug="maren-holt")
    assert site_state() is SiteState.UNFINISHED


@pytest.mark.parametrize("style", sorted(set(STYLES) - {"portrait"}))
def test_a_picture_is_the_same_every_time(style: str) -> None:
    first = draw("a-name", style, (400, 250))
    assert first == draw("a-name", style, (400, 250))
    assert Image.open(BytesIO(first)).size == (400, 250)


@pytest.mark.parametrize("hair", ["bun", "short", "long", "beard"])
def test_a_portrait_is_a_square(hair: str) -> None:
    assert Image.open(BytesIO(draw("someone", "portrait", (200, 200), palette="teal", hair=hair))).size == (
        200,
        200,
    )


def test_another_name_gives_another_picture() -> None:
    assert draw("one", "contours", (400, 250)) != draw("two", "contours", (400, 250))


def test_every_picture_named_in_a_post_is_in_the_catalogue() -> None:
    catalogue = content.read("pictures")
    assert {picture["style"] for picture in catalogue.values()} <= set(STYLES)
    assert all(len(picture["description"]) <= 255 for picture in catalogue.values())


def test_links_to_posts_are_stored_by_key() -> None:
    assert (
        block_html("Read [this](post:here).", page_key) == '<p>Read <a linktype="page" id="7">this</a>.</p>'
    )


def test_prose_is_stored_with_the_editors_tags_and_set_quotation_marks() -> None:
    assert block_html('**Bold**, *soft* and "quoted"\nwith `code`.', page_key) == (
        "<p><b>Bold</b>, <i>soft</i> and “quoted” with <code>code</code>.</p>"
    )
    assert inline_html("a list is not *made*", page_key) == "a list is not <i>made</i>"


def test_a_link_to_a_missing_post_stops_the_load() -> None:
    with pytest.raises(KeyError):
        block_html("[gone](post:gone)", page_key)
