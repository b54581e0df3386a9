"""A site that only "migrate" made has its pages in the index."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.models import HomePage
from search.index.comparing import compare, is_incomplete
from search.index.loading import findable_pages
from search.index.writing import update
from search.models import Document
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def forgotten():
    """The index as it is before anything was written into it."""
    pages = Page.objects.filter(depth=2)
    pages.update(live=False)
    update(pages.values_list("pk", flat=True))
    pages.update(live=True)
    assert not Document.objects.exists()


def test_the_front_page_of_a_new_site_is_in_the_index(forgotten):
    call_command("migrate", verbosity=0)
    assert not is_incomplete()
    assert not compare()
    home = HomePage.objects.get(depth=2)
    assert list(Document.objects.values_list("pk", flat=True)) == [home.pk]


def test_editors_find_it_too(forgotten):
    call_command("migrate", verbosity=0)
    assert [page.title for page in Page.objects.search("home")] == ["Home"]


def test_an_index_that_has_any_page_is_left_to_the_check(home, indexed):
    with indexed():
        page = StandardPageFactory(parent=home, title="Otter")
    other = StandardPageFactory(parent=home, title="Badger")
    update(findable_pages().exclude(pk=other.pk).values_list("pk", flat=True))
    Document.objects.filter(pk=other.pk).delete()
    call_command("migrate", verbosity=0)
    assert Document.objects.filter(pk=page.pk).exists()
    assert compare().missing == {other.pk}
