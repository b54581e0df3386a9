"""Somebody whose group may work in one blog only sees nothing of another blog's unpublished posts."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.factories import BlogIndexPageFactory, UserFactory, make_post

pytestmark = pytest.mark.django_db

REFUSED = (302, 403, 404)
SECRET = "Sealed tea"


@pytest.fixture
def notes(home):
    """A second blog, where the account may not work."""
    return BlogIndexPageFactory(parent=home, title="Notes")


@pytest.fixture
def local_editor(blog):
    """Somebody who edits and publishes in the blog "Blog" only."""
    group = Group.objects.create(name="Editors of the blog")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in ("add", "change", "publish"):
        GroupPagePermission.objects.create(group=group, page=blog, permission_type=action)
    client = Client()
    client.force_login(UserFactory(groups=[group]))
    return client


@pytest.mark.parametrize(
    "view", ["edit", "history", "copy", "delete", "move", "usage", "view_draft", "set_privacy", "unpublish"]
)
def test_admin_pages_of_another_blogs_draft_are_refused(local_editor, notes, view):
    post = make_post(notes, "draft", title=SECRET)
    response = local_editor.get(reverse(f"wagtailadmin_pages:{view}", args=[post.pk]))
    assert response.status_code in REFUSED
    assert SECRET not in response.content.decode()


def test_comparing_and_previewing_another_blogs_draft_are_refused(local_editor, notes):
    post = make_post(notes, "draft", title=SECRET)
    revision = post.latest_revision.pk
    urls = [
        reverse("wagtailadmin_pages:revisions_compare", args=[post.pk, revision, revision]),
        reverse("wagtailadmin_pages:revisions_view", args=[post.pk, revision]),
        reverse("wagtailadmin_pages:preview_on_edit", args=[post.pk]),
    ]
    for url in urls:
        response = local_editor.get(url)
        assert response.status_code in REFUSED, url
        assert SECRET not in response.content.decode()


def test_lists_and_panels_leave_the_other_blog_out(local_editor, blog, notes):
    make_post(notes, "draft", title=SECRET)
    make_post(notes, "scheduled", title=f"{SECRET}, later")
    make_post(notes, title=f"{SECRET}, out").save_revision().publish()
    make_post(blog, title="Open tea").save_revision().publish()
    dashboard = local_editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Open tea" in dashboard
    assert SECRET not in dashboard
    assert reverse("wagtailadmin_pages:add", args=["blog", "blogpage", notes.pk]) not in dashboard
    for query in ({}, {"search_all": "1", "q": "tea"}, {"search_all": "1", "status": "draft"}):
        listing = local_editor.get(reverse("wagtailadmin_explore_results", args=[blog.pk]), query)
        assert SECRET not in listing.content.decode(), query
