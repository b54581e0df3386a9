"""An alias mirrors a page of its own, however it was made."""

import pytest
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page

from home.models import StandardPage
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home) -> StandardPage:
    return StandardPageFactory(parent=home, title="Otter", slug="otter")


def mirrored_by(page: Page) -> int | None:
    return Page.objects.get(pk=page.pk).alias_of_id


def test_an_alias_of_an_alias_mirrors_the_original(page):
    first = page.create_alias(update_slug="first")
    second = first.create_alias(update_slug="second")
    third = second.create_alias(update_slug="third")

    assert {mirrored_by(alias) for alias in (first, second, third)} == {page.pk}


def test_so_do_the_pages_below_it(page, home):
    StandardPageFactory(parent=page, title="Cub", slug="cub")
    first = page.create_alias(recursive=True, parent=home, update_slug="first")

    first.create_alias(recursive=True, parent=home, update_slug="second")

    assert Page.objects.filter(alias_of__alias_of__isnull=False).count() == 0
    assert Page.objects.filter(alias_of__slug="cub").count() == 2


def test_it_follows_what_is_published(page):
    second = page.create_alias(update_slug="first").create_alias(update_slug="second")

    page.title = "Badger"
    page.save_revision().publish()

    assert Page.objects.get(pk=second.pk).title == "Badger"
    assert mirrored_by(second) == page.pk


def test_what_becomes_an_alias_takes_its_own_aliases_along(page, home):
    other = StandardPageFactory(parent=home, title="Heron", slug="heron")
    alias = other.create_alias(update_slug="mirror")

    other.alias_of = page
    other.save()

    assert mirrored_by(alias) == page.pk


def test_an_alias_that_becomes_a_page_leaves_the_others_with_the_original(page):
    first = page.create_alias(update_slug="first")
    second = first.create_alias(update_slug="second")

    ConvertAliasPageAction(StandardPage.objects.get(pk=first.pk)).execute(skip_permission_checks=True)

    assert mirrored_by(first) is None
    assert mirrored_by(second) == page.pk


def test_a_ring_ends(page):
    alias = page.create_alias(update_slug="first")
    Page.objects.filter(pk=page.pk).update(alias_of=alias)

    Page.objects.get(pk=alias.pk).specific.save()

    assert mirrored_by(alias) == page.pk


def test_saving_a_page_that_is_no_alias_asks_nothing(page, django_assert_num_queries):
    from core.aliases import _before_save

    with django_assert_num_queries(0):
        _before_save(instance=page)
