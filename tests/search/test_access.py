"""Who finds what: every kind of page against every kind of searcher."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search.access import SESSION_KEY, allowed_access
from search.index.restrictions import CLOSED, LONGEST, access
from search.index.writing import update
from search.models import Document
from search.viewer import Viewer
from tests.factories import BlogIndexPageFactory, UserFactory, make_post, restrict
from tests.search.index.looking import titles

pytestmark = pytest.mark.django_db

ANYBODY = {"public"}
SIGNED_IN = {*ANYBODY, "login"}
#: Who finds which of the pages of the scene.
FINDS = {
    "anonymous": ANYBODY,
    "somebody signed in": SIGNED_IN,
    "a member of the group": {*SIGNED_IN, "group", "alias of group"},
    "somebody who knew the password": {*ANYBODY, "password"},
    "a member who knew every password": {
        *SIGNED_IN,
        "group",
        "alias of group",
        "password",
        "inherited",
        "both",
    },
    "a superuser": {*SIGNED_IN, "group", "alias of group", "password", "inherited", "both"},
}


@pytest.fixture
def scene(home, blog):
    """A page in every state; each title is an otter's."""
    closed = BlogIndexPageFactory(parent=home, title="Closed", slug="closed")
    posts = {
        name: make_post(blog, state, title=f"otter {name}", slug=name.replace(" ", "-"))
        for name, state in {
            "public": "live",
            "login": "login",
            "group": "group",
            "password": "password",
            "unlisted": "unlisted",
            "draft": "draft",
            "scheduled": "scheduled",
            "expired": "expired",
            "overdue": "overdue",
        }.items()
    }
    posts["inherited"] = make_post(closed, title="otter inherited", slug="inherited")
    posts["both"] = make_post(closed, "login", title="otter both", slug="both")
    alias = posts["group"].create_alias(parent=blog, update_slug="alias")
    Page.objects.filter(pk=alias.pk).update(title="otter alias of group")
    restrict(closed, "password")
    update(Page.objects.values_list("pk", flat=True))
    return home


@pytest.mark.parametrize("who", FINDS)
def test_everybody_finds_what_they_may_open(scene, who):
    viewer = searcher(who, scene)

    found = titles("otter", allowed_access(viewer))

    assert {title.removeprefix("otter ") for title in found} == FINDS[who]


def searcher(who: str, root: Page) -> Viewer:
    user = AnonymousUser()
    if "anonymous" not in who and who != "somebody who knew the password":
        user = UserFactory(is_superuser="superuser" in who)
    if "member" in who:
        user.groups.add(Group.objects.get(name="Readers"))
    passwords = PageViewRestriction.objects.filter(restriction_type=PageViewRestriction.PASSWORD)
    if who == "somebody who knew the password":
        passwords = passwords.filter(page__slug="password")
    passed = frozenset(passwords.values_list("pk", flat=True)) if "password" in who else frozenset()
    return Viewer(root, user, passed)


def test_a_password_given_in_the_browser_is_noted_where_the_search_looks(make_post, client):
    restriction = restrict(make_post(title="Otter", slug="otter"), "password")

    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{restriction.page_id}/",
        {"password": "secret", "return_url": "/blog/otter/"},
    )

    assert client.session[SESSION_KEY] == [restriction.pk]


def test_where_nothing_is_private_one_query_says_so(make_post, home, django_assert_num_queries):
    update([make_post().pk])

    with django_assert_num_queries(1):
        assert allowed_access(Viewer(home, UserFactory.build())) == ("",)


def test_the_number_of_queries_does_not_follow_the_number_of_restrictions(
    make_post, home, django_assert_max_num_queries
):
    update([make_post(state).pk for state in ("login", "group", "password") * 3])
    user = UserFactory()

    with django_assert_max_num_queries(4):
        assert len(allowed_access(Viewer(home, user))) == 4


def test_a_restriction_nobody_knows_lets_nobody_in(make_post, home):
    post = make_post()
    update([post.pk])
    Document.objects.filter(pk=post.pk).update(access="4711")

    assert allowed_access(Viewer(home, UserFactory())) == ("",)
    assert allowed_access(Viewer(home, UserFactory(is_superuser=True))) == ("", "4711")


def test_a_page_under_more_restrictions_than_can_be_told_is_closed():
    assert access("00010001", {"0001": set(range(1, 500))}) == CLOSED
    assert access("00010001", {"0001": {17, 3}, "00010001": {8}, "00010002": {9}}) == "3 8 17"
    assert len(access("0001", {"0001": set(range(1, 90))})) <= LONGEST


def test_a_page_that_expires_is_found_until_it_does(make_post, settings):
    post = make_post(title="Otter", expire_at=timezone.now() + timedelta(hours=1))
    update([post.pk])
    assert titles("otter") == ["Otter"]

    Document.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert titles("otter") == []
