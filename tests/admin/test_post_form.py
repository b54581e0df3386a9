"""The form a post is written in."""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset
from wagtail.users.models import UserProfile

from blog.models import BlogPage
from tests.admin.post_form import post_data
from tests.factories import AuthorFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


def add_url(blog) -> str:
    return reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk])


def edit_url(post) -> str:
    return reverse("wagtailadmin_pages:edit", args=[post.pk])


def test_the_form_has_four_tabs_and_the_slug_among_search_and_sharing(editor, blog):
    page = editor.get(add_url(blog)).content.decode()
    tabs = re.findall(r'href="#tab-\w+"[^>]*>\s*([\w ]+?)\s*<', page)
    assert tabs == ["Write", "Details", "Search and sharing", "Settings"]
    sharing = page[page.index('id="tab-search_and_sharing"') :]
    assert 'name="slug"' in sharing


def test_every_field_but_those_that_say_it_themselves_has_a_help_text(editor, blog):
    form = editor.get(add_url(blog)).context["form"]
    panels = editor.get(add_url(blog)).content.decode()
    for name in ("summary", "cover_alt", "cover_decorative", "date", "featured", "unlisted", "canonical_url"):
        assert str(form.fields[name].help_text) in panels.replace("&#x27;", "'")


def test_a_post_with_only_a_title_is_kept_by_autosave(editor, blog):
    response = editor.post(add_url(blog), post_data(title="Tea"), HTTP_ACCEPT="application/json")
    assert response.status_code == 200
    assert json.loads(response.content)["success"]
    post = BlogPage.objects.get(title="Tea")
    assert not post.live
    assert post.slug == "tea"


def test_autosave_keeps_a_post_whose_details_are_half_filled(editor, blog):
    data = post_data(title="Tea", cover=str(SiteImageFactory(description="").pk), series_position="2")
    response = editor.post(add_url(blog), data, HTTP_ACCEPT="application/json")
    assert json.loads(response.content)["success"], response.content


@pytest.mark.parametrize("name", ["date", "go_live_at", "expire_at"])
@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("America/New_York", "9999-12-31 23:30"),
        ("Asia/Tokyo", "0001-01-01 00:30"),
        ("UTC", "9999-12-31 23:30"),
    ],
)
def test_a_day_that_is_none_elsewhere_on_earth_is_refused(editor, blog, name, zone, moment):
    UserProfile.objects.update_or_create(user=editor.user, defaults={"current_time_zone": zone})
    response = editor.post(add_url(blog), post_data(title="Tea", **{name: moment}))
    assert "Choose a day between Jan. 2, 0001 and Dec. 30, 9999." in response.context["form"].errors[name]
    assert 'value="Tea"' in response.content.decode()


def test_a_new_post_is_dated_now(editor, blog):
    initial = editor.get(add_url(blog)).context["form"].initial
    assert abs((timezone.now() - initial["date"]).total_seconds()) < 60


def test_bylines_keep_their_order(editor, blog):
    ada, bo = AuthorFactory(name="Ada"), AuthorFactory(name="Bo")
    data = post_data(title="Tea", slug="tea", authors=[bo.pk, ada.pk], **{"action-publish": "1"})
    editor.post(add_url(blog), data)
    assert [author.name for author in BlogPage.objects.get(slug="tea").authors] == ["Bo", "Ada"]


def publish_with_cover(client, blog, description="", **fields):
    cover = SiteImageFactory(description=description)
    return client.post(
        add_url(blog),
        post_data(title="Tea", slug="tea", cover=str(cover.pk), **{"action-publish": "1"}, **fields),
    )


def test_a_cover_nobody_described_holds_up_publishing(editor, blog):
    response = publish_with_cover(editor, blog)
    assert response.status_code == 200
    assert "Say what the cover shows" in str(response.context["form"].errors["cover_alt"])
    assert not BlogPage.objects.filter(slug="tea").exists()


@pytest.mark.parametrize(
    ("description", "fields"),
    [("A cup", {}), ("", {"cover_alt": "A cup"}), ("", {"cover_decorative": "on"})],
    ids=["described picture", "alternative text", "decorative"],
)
def test_a_cover_with_words_or_called_decorative_is_published(editor, blog, description, fields):
    assert publish_with_cover(editor, blog, description, **fields).status_code == 302
    assert BlogPage.objects.get(slug="tea").live


def test_the_cover_is_asked_about_before_review_too(author, blog):
    cover = SiteImageFactory(description="")
    data = post_data(title="Tea", slug="tea", cover=str(cover.pk), **{"action-submit": "1"})
    assert "cover_alt" in author.post(add_url(blog), data).context["form"].errors


def test_comments_on_a_field_are_kept(editor, make_post):
    post = make_post("draft", title="Tea")
    comment = {"text": "Is it green?", "contentpath": "summary", "position": "", "resolved": ""}
    data = post_data(
        title="Tea", slug="tea", comments=inline_formset([{**comment, "replies": inline_formset([])}])
    )
    editor.post(edit_url(post), data)
    assert post.wagtail_admin_comments.get().text == "Is it green?"


def draft_with_link(url: str) -> str:
    block = {
        "key": "a",
        "text": "tea",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"key": 0, "offset": 0, "length": 3}],
    }
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", " javascript:x"]
)
def test_links_that_would_run_code_are_not_stored(editor, blog, url):
    data = post_data(title="Tea", slug="tea", text="<p>x</p>", **{"action-publish": "1"})
    data["body-0-value"] = draft_with_link(url)
    editor.post(add_url(blog), data)
    stored = str(BlogPage.objects.get(slug="tea").body.get_prep_value()).lower()
    assert "tea" in stored
    assert "javascript:" not in stored
    assert "data:text" not in stored


@pytest.mark.django_db(transaction=True)
def test_a_changed_address_is_named_together_with_its_redirect(editor, make_post):
    post = make_post(title="Tea", slug="tea")
    data = post_data(title="Tea", slug="green-tea", **{"action-publish": "1"})
    page = editor.post(edit_url(post), data, follow=True).content.decode()
    assert "/blog/tea" in page
    assert "The address changed" in page


def test_an_unchanged_address_is_not_talked_about(editor, make_post):
    post = make_post(title="Tea", slug="tea")
    data = post_data(title="More tea", slug="tea", **{"action-publish": "1"})
    assert "The address changed" not in editor.post(edit_url(post), data, follow=True).content.decode()


def test_deleting_names_the_pages_whose_links_would_break(editor, make_post):
    target = make_post(title="Tea")
    make_post(title="All drinks", text=f'<p><a linktype="page" id="{target.pk}">tea</a></p>')
    page = editor.get(reverse("wagtailadmin_pages:delete", args=[target.pk])).content.decode()
    assert "“All drinks”" in page


def test_pages_one_may_not_edit_are_counted_but_not_named(author, make_post):
    target = make_post("draft", title="Tea", owner=author.user)
    make_post(title="All drinks", text=f'<p><a linktype="page" id="{target.pk}">tea</a></p>')
    page = author.get(reverse("wagtailadmin_pages:delete", args=[target.pk])).content.decode()
    assert "All drinks" not in page
    assert "1 more page" in page


def test_deleting_a_page_nobody_links_to_warns_of_nothing(editor, make_post):
    target = make_post(title="Tea")
    page = editor.get(reverse("wagtailadmin_pages:delete", args=[target.pk])).content.decode()
    assert "would break" not in page


def test_the_forms_bring_our_own_style_sheet(editor, blog):
    assert "admin/forms.css" in editor.get(add_url(blog)).content.decode()
