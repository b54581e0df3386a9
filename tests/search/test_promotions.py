"""Results editors put first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from search.models import Promotion
from search.promotions import MOST, Promoted, promoted
from search.viewer import Viewer
from tests.factories import BlogPageFactory, UserFactory, make_post, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(rf, home):
    """``shown("search", user=somebody)``: the promoted results on the results page."""

    def ask(search: str, user=None, passed=(), counting=True) -> list[Promoted]:
        request = rf.get("/search/")
        request.user = user or AnonymousUser()
        request.session = SessionStore()
        request.session[PageViewRestriction.passed_view_restrictions_session_key] = list(passed)
        viewer = Viewer(root=home, user=request.user, passed=frozenset(passed if counting else ()))
        return promoted(search, viewer, request)

    return ask


def promote(*searches: str, **values) -> Promotion:
    return Promotion.objects.create(searches="\n".join(searches), **values)


def test_a_page_comes_first_for_each_of_its_searches(shown, blog):
    post = BlogPageFactory(parent=blog, title="About us", summary="Who we are.")
    promote("Contact", "who  writes this?", page=post)
    expected = [Promoted("About us", post.url, "Who we are.", post.pk)]
    for search in ("contact", " CONTACT! ", "Who writes this", "“cöntact”"):
        assert shown(search) == expected
    for search in ("contact form", "kontakt", "", "?"):
        assert shown(search) == []


def test_an_address_elsewhere_has_no_page(shown):
    promote("docs", url="https://docs.example/", title="The manual", description="All of it.")
    assert shown("docs") == [Promoted("The manual", "https://docs.example/", "All of it.", None)]


def test_editors_words_are_preferred_to_the_pages(shown, blog):
    promote("x", page=BlogPageFactory(parent=blog), title="My title", description="My words")
    assert [(one.title, one.description) for one in shown("x")] == [("My title", "My words")]


def test_some_count_for_longer_searches_too(shown):
    promote("contact", url="/contact/", title="Contact", begins=True)
    assert shown("Contact form") == shown("contacts") == shown("contact")
    assert shown("our contact") == []


def test_they_come_in_the_editors_order_and_never_too_many(shown):
    for number in range(MOST + 2):
        promote("x", url=f"/{number}/", title=str(number), sort_order=10 - number)
    assert [one.title for one in shown("x")] == ["6", "5", "4", "3", "2"]
    Promotion.objects.filter(title="0").update(sort_order=0)
    assert shown("x")[0].title == "0"


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [(None, None, True), (0, 0, True), (1, None, False), (None, -1, False), (-3, 3, True), (None, 0, True)],
)
def test_the_days_are_kept_to_with_the_first_and_the_last(shown, first, last, counts):
    today = timezone.localdate()
    promote(
        "x",
        url="/a/",
        title="A",
        first_day=None if first is None else today + timedelta(days=first),
        last_day=None if last is None else today + timedelta(days=last),
    )
    assert bool(shown("x")) is counts


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired", "unlisted", "password", "login", "group"])
def test_what_the_public_may_not_see_in_a_list_is_not_shown_to_it(shown, blog, state):
    promote("x", page=make_post(blog, state), title="Secret", description="Secret")
    assert shown("x") == []


def test_a_page_below_a_private_one_is_as_private(shown, blog):
    promote("x", page=BlogPageFactory(parent=blog))
    assert shown("x")
    restrict(blog, "login")
    assert shown("x") == []


def test_those_who_may_open_a_private_page_are_shown_it(shown, blog):
    member, friend = UserFactory(), UserFactory()
    for kind in ("login", "password"):
        post = make_post(blog, kind, title=kind)
        promote("x", page=post)
    grouped = make_post(blog, "group", title="group")
    promote("x", page=grouped)
    friend.groups.add(*PageViewRestriction.objects.get(page=grouped).groups.all())
    password = PageViewRestriction.objects.get(restriction_type="password")
    assert [one.title for one in shown("x", member)] == ["login"]
    assert [one.title for one in shown("x", friend)] == ["login", "group"]
    assert [one.title for one in shown("x", member, passed=[password.pk])] == ["login", "password"]
    assert shown("x", passed=[password.pk], counting=False) == []


def test_pages_of_another_site_are_not_shown(shown, blog):
    other = (
        Site.objects.get().root_page.get_parent().add_child(instance=blog.__class__(title="Other", slug="o"))
    )
    promote("x", page=BlogPageFactory(parent=other))
    assert shown("x") == []


def test_a_page_that_is_deleted_takes_its_promotion_along(shown, blog):
    post = BlogPageFactory(parent=blog)
    promote("x", page=post)
    assert shown("x")
    post.delete()
    assert shown("x") == []
    assert not Promotion.objects.exists()


def test_a_search_nothing_is_promoted_for_costs_one_query(shown, blog, django_assert_num_queries):
    promote("x", page=BlogPageFactory(parent=blog))
    shown("y")
    with django_assert_num_queries(1):
        shown("y")
