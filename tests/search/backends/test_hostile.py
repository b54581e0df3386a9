"""Every field an editor can search in answers whatever is typed into it."""

from __future__ import annotations

import itertools

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Page
from wagtail.search.query import Fuzzy, Phrase

from blog.models import BlogIndexPage, BlogPage
from core.models import SiteImage
from tests.factories import SiteDocumentFactory, SiteImageFactory, UserFactory
from tests.search.backends.hostile import HOSTILE

pytestmark = pytest.mark.django_db

#: The addresses that answer while somebody types; those of whole pages ask the same.
PLACES = [
    "/admin/pages/search/results/",
    "/admin/pages/{blog}/results/",
    "/admin/choose-page/search/",
    "/admin/images/results/",
    "/admin/images/chooser/results/",
    "/admin/documents/results/",
    "/admin/documents/chooser/results/",
    "/admin/users/results/",
    "/admin/snippets/choose/blog/author/results/",
    "/admin/snippets/choose/blog/series/results/",
]


#: Each of these was an error in Wagtail's own backends, or might be one in ours.
WORST = [
    "lone quote",
    "odd quotes",
    "nul in a word",
    "half of a pair",
    "1200 words",
    "200 phrases",
    "columns",
    "stars",
    "tsquery",
    "backslash",
    "emoji",
]


@pytest.fixture
def administrator(db: None) -> Client:
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


@pytest.mark.parametrize("place", PLACES)
def test_every_field_of_the_admin_answers(administrator, posts, blog: BlogIndexPage, place):
    SiteImageFactory()
    SiteDocumentFactory()
    address = place.format(blog=blog.pk)
    for name in WORST:
        text = HOSTILE[name]
        # Half of a surrogate pair has no encoding, so no browser can send one.
        sent = text.encode("utf-8", "replace").decode()
        assert administrator.get(address, {"q": sent}).status_code == 200, name


@pytest.mark.parametrize("model", [BlogPage, Page, SiteImage])
def test_the_backend_answers_everybody_who_asks(posts, backend, model):
    # PostgreSQL compares letters only where its extension is installed, which is the site's decision.
    kinds = (str, Phrase, Fuzzy) if connection.vendor == "sqlite" else (str, Phrase)
    for text, kind in itertools.product(HOSTILE.values(), kinds):
        for found in (backend.search(kind(text), model), backend.autocomplete(kind(text), model)):
            assert len(list(found[:5])) <= found.count()
            found.facet("live" if model is not SiteImage else "collection_id")


def test_any_of_hostile_words_find_as_much_as_all(posts, backend):
    for text in HOSTILE.values():
        either = backend.search(text, BlogPage, operator="or")
        assert either.count() >= backend.search(text, BlogPage).count()


def test_words_around_what_no_index_holds_still_count(posts, backend):
    assert backend.search("paper \x00 — *** planes", BlogPage)[0].title == "Paper planes"


def test_signs_alone_find_nothing(posts, backend):
    assert list(backend.search('" *** \x00', BlogPage)) == []
