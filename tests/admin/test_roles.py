"""What each role may open, make and publish in the real admin, and what it is refused."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, Site, Task, Workflow

from blog.models import BlogPage, Tag
from core.models import SharedCallout
from tests.admin.post_form import post_data
from tests.factories import (
    AuthorFactory,
    SeriesFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    TagFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ROLES = ("Authors", "Editors", "Administrators")
REFUSED = (302, 403)


def addresses() -> dict[str, str]:
    """An admin page of every kind, by a short name."""
    site = Site.objects.get()
    names = {
        "dashboard": "wagtailadmin_home",
        "images": "wagtailimages:index",
        "upload images": "wagtailimages:add_multiple",
        "documents": "wagtaildocs:index",
        "users": "wagtailusers_users:index",
        "groups": "wagtailusers_groups:index",
        "sites": "wagtailsites:index",
        "redirects": "wagtailredirects:index",
        "workflows": "wagtailadmin_workflows:index",
        "collections": "wagtailadmin_collections:index",
        "authors": "wagtailsnippets_blog_author:list",
        "tags": "wagtailsnippets_blog_tag:list",
        "series": "wagtailsnippets_blog_series:list",
        "callouts": "wagtailsnippets_core_sharedcallout:list",
        "new author": "wagtailsnippets_blog_author:add",
        "new tag": "wagtailsnippets_blog_tag:add",
        "new series": "wagtailsnippets_blog_series:add",
        "new callout": "wagtailsnippets_core_sharedcallout:add",
    }
    return {
        **{name: reverse(url) for name, url in names.items()},
        "site settings": reverse("wagtailsettings:edit", args=["core", "sitesettings", site.pk]),
        "navigation": reverse("wagtailsettings:edit", args=["core", "navigationsettings", site.pk]),
    }


FOR_ALL = {"dashboard", "images", "upload images", "documents"}
FOR_EDITORS = FOR_ALL | {
    "redirects",
    "collections",
    "authors",
    "tags",
    "series",
    "callouts",
    "new author",
    "new tag",
    "new series",
    "new callout",
    "navigation",
}
FOR_ADMINISTRATORS = FOR_EDITORS | {"users", "groups", "sites", "workflows", "site settings"}
OPEN_TO = {"Authors": FOR_ALL, "Editors": FOR_EDITORS, "Administrators": FOR_ADMINISTRATORS}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_own_part_of_the_admin_and_nothing_else(role, sign_in):
    client = sign_in(role)
    answers = {name: client.get(url).status_code for name, url in addresses().items()}
    assert {name for name, status in answers.items() if status == 200} == OPEN_TO[role]
    assert all(status in REFUSED for name, status in answers.items() if name not in OPEN_TO[role])


def add_post(client, blog, **fields):
    return client.post(
        reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk]), post_data(**fields)
    )


def test_authors_write_drafts_and_send_them_to_review(author, blog):
    response = add_post(author, blog, title="Tea", slug="tea", text="<p>Hot.</p>", **{"action-submit": "1"})
    assert response.status_code == 302
    post = BlogPage.objects.get(slug="tea")
    assert not post.live
    assert post.owner == author.user
    assert post.current_workflow_state.workflow.name == "Editors approval"


def test_authors_cannot_publish(author, blog):
    add_post(author, blog, title="Tea", slug="tea", **{"action-publish": "1"})
    assert not BlogPage.objects.get(slug="tea").live


def test_authors_edit_their_own_posts_only(author, blog, make_post):
    own = make_post("draft", title="Mine", owner=author.user)
    other = make_post("draft", title="Yours", owner=UserFactory())
    assert author.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).status_code == 200
    assert author.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).status_code in REFUSED
    author.post(reverse("wagtailadmin_pages:edit", args=[other.pk]), post_data(title="Taken", slug="yours"))
    assert BlogPage.objects.get(pk=other.pk).latest_revision.as_object().title == "Yours"


@pytest.mark.parametrize("page_view", ["delete", "unpublish", "move", "set_privacy"])
def test_authors_cannot_take_away_what_others_published(author, make_post, page_view):
    post = make_post(title="Yours", owner=UserFactory())
    url = reverse(f"wagtailadmin_pages:{page_view}", args=[post.pk])
    assert author.get(url).status_code in REFUSED
    author.post(url)
    assert BlogPage.objects.get(pk=post.pk).live


def test_authors_upload_pictures_but_do_not_change_those_of_others(author):
    image, document = SiteImageFactory(), SiteDocumentFactory()
    assert author.get(reverse("wagtailimages:edit", args=[image.pk])).status_code in REFUSED
    assert author.get(reverse("wagtaildocs:edit", args=[document.pk])).status_code in REFUSED
    chooser = author.get(reverse("wagtailimages_chooser:choose"))
    assert image.title in chooser.content.decode()


def test_authors_pick_from_bylines_and_callouts_they_may_not_change(author):
    writer = AuthorFactory(name="Ada Fern")
    chooser = author.get(reverse("wagtailsnippetchoosers_blog_author:choose"))
    assert chooser.status_code == 200
    assert "Ada Fern" in chooser.content.decode()
    edit_url = reverse("wagtailsnippets_blog_author:edit", args=[writer.pk])
    assert author.get(edit_url).status_code in REFUSED


@pytest.mark.parametrize("role", ["Editors", "Administrators"])
def test_editors_publish_what_anybody_wrote(role, sign_in, blog, make_post):
    client = sign_in(role)
    post = make_post("draft", title="Draft", owner=UserFactory())
    data = post_data(title="Draft", slug="draft", text="<p>Ready.</p>", **{"action-publish": "1"})
    client.post(reverse("wagtailadmin_pages:edit", args=[post.pk]), data)
    assert BlogPage.objects.get(pk=post.pk).live


def test_editors_approve_what_an_author_submitted(author, editor, blog):
    add_post(author, blog, title="Tea", slug="tea", text="<p>Hot.</p>", **{"action-submit": "1"})
    post = BlogPage.objects.get(slug="tea")
    state = post.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk])
    assert author.post(url).status_code in REFUSED
    assert not BlogPage.objects.get(pk=post.pk).live
    editor.post(url)
    assert BlogPage.objects.get(pk=post.pk).live


def test_editors_look_after_tags_authors_series_and_callouts(editor):
    tag, writer, series = TagFactory(), AuthorFactory(), SeriesFactory()
    callout = SharedCallout.objects.create(title="Mind the gap")
    for item in (tag, writer, series, callout):
        opts = item._meta
        for view in ("edit", "delete", "usage", "history"):
            url = reverse(f"wagtailsnippets_{opts.app_label}_{opts.model_name}:{view}", args=[item.pk])
            assert editor.get(url).status_code == 200, url
    editor.post(
        reverse("wagtailsnippets_blog_tag:add"), {"name": "Tea", "slug": "tea", "description": "Leaves."}
    )
    assert Tag.objects.get(slug="tea").description == "Leaves."


def test_editors_publish_shared_callouts(editor):
    data = {
        "title": "Mind the gap",
        "kind": "tip",
        "body": '{"blocks": [], "entityMap": {}}',
        "go_live_at": "",
        "expire_at": "",
        "action-publish": "1",
    }
    editor.post(reverse("wagtailsnippets_core_sharedcallout:add"), data)
    assert SharedCallout.objects.get(title="Mind the gap").live


def test_editors_cannot_make_themselves_administrators(editor):
    url = reverse("wagtailusers_users:edit", args=[editor.user.pk])
    assert editor.get(url).status_code in REFUSED
    editor.post(url, {"username": editor.user.username, "is_superuser": "on"})
    editor.user.refresh_from_db()
    assert not editor.user.is_superuser


def test_administrators_add_accounts(administrator):
    data = {
        "username": "newcomer",
        "email": "newcomer@example.org",
        "first_name": "New",
        "last_name": "Comer",
        "password1": "a-long-test-password",
        "password2": "a-long-test-password",
        "groups": [Group.objects.get(name="Authors").pk],
    }
    response = administrator.post(reverse("wagtailusers_users:add"), data)
    assert response.status_code == 302
    assert Group.objects.get(name="Authors").user_set.filter(username="newcomer").exists()


def test_people_without_a_role_are_not_let_in(client, db):
    client.force_login(UserFactory())
    assert client.get(reverse("wagtailadmin_home")).status_code in REFUSED


def test_posts_of_the_whole_site_are_reviewed_by_editors(db):
    workflow = Workflow.objects.get(active=True)
    assert workflow.name == "Editors approval"
    assert [page.page_id for page in workflow.workflow_pages.all()] == [Page.get_first_root_node().pk]
    task = Task.objects.get(active=True).specific
    assert [group.name for group in task.groups.all()] == ["Editors"]
