"""Databases in which aliases of aliases were made before these were told to mirror the original."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from blog.models import ListedCount, ListedPost
from search.index.comparing import compare, is_incomplete
from search.index.loading import findable_pages
from search.index.writing import update
from search.models import Document
from tests.factories import BlogIndexPageFactory, make_post, restrict

pytestmark = pytest.mark.django_db

flatten = import_module("home.migrations.0005_aliases_of_originals").flatten


@pytest.fixture
def news(home):
    return BlogIndexPageFactory(parent=home, title="News", slug="news")


@pytest.fixture
def chain(blog, news):
    """A post, and four aliases each of which mirrors the one before."""
    made = [make_post(blog, title="Bird", slug="bird")]
    for number in range(4):
        alias = made[-1].create_alias(parent=news, update_slug=f"bird-{number}")
        Page.objects.filter(pk=alias.pk).update(alias_of=made[-1].pk)
        made.append(alias)
    update(findable_pages().values_list("pk", flat=True))
    return made


def test_all_of_a_chain_mirror_the_original(chain):
    flatten(apps, None)

    aliases = Page.objects.filter(pk__in=[page.pk for page in chain[1:]])
    assert set(aliases.values_list("alias_of", flat=True)) == {chain[0].pk}


def test_public_posts_stay_listed(chain, news):
    flatten(apps, None)

    assert ListedPost.objects.filter(blog=news, kind="all").count() == 4
    assert not is_incomplete()


def test_aliases_that_turn_out_to_be_private_leave_lists_and_index(chain, news):
    restrict(chain[0])
    # As the lists and the index had them, which looked one and two pages far.
    from blog import listing_store

    Page.objects.filter(pk=chain[4].pk).update(alias_of=None)
    listing_store.sync(chain[4])
    update([chain[4].pk])
    Page.objects.filter(pk=chain[4].pk).update(alias_of=chain[3].pk)
    assert ListedPost.objects.filter(post=chain[4].pk).exists()

    flatten(apps, None)

    assert not ListedPost.objects.filter(post=chain[4].pk).exists()
    assert not ListedCount.objects.filter(blog=news).exists()
    assert not Document.objects.filter(pk=chain[4].pk, access="").exists()
    call_command("search_check", mend=True, if_incomplete=True)
    assert not compare()


def test_a_ring_is_left_alone(chain):
    Page.objects.filter(pk=chain[0].pk).update(alias_of=chain[4].pk)

    flatten(apps, None)

    assert Page.objects.get(pk=chain[0].pk).alias_of_id == chain[4].pk
