"""What Wagtail does by itself for the old addresses of pages that move."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from home.models import StandardPage

pytestmark = pytest.mark.django_db
#: More than the conditions SQLite takes in one statement.
PAGES = 1_100


@pytest.fixture
def section(home) -> StandardPage:
    """A page with more pages below it than anybody counts."""
    page = home.add_child(instance=StandardPage(title="Handbook", slug="handbook"))
    kind = ContentType.objects.get_for_model(Page)
    Page.objects.bulk_create(
        Page(
            title=f"Chapter {number}",
            draft_title=f"Chapter {number}",
            slug=f"chapter-{number}",
            path=Page._get_path(page.path, page.depth + 1, number),
            depth=page.depth + 1,
            url_path=f"{page.url_path}chapter-{number}/",
            content_type=kind,
            locale=page.locale,
        )
        for number in range(1, PAGES + 1)
    )
    page.numchild = PAGES
    page.save(update_fields=["numchild"])
    return page


def test_a_section_of_any_size_can_be_renamed_and_its_old_addresses_lead_on(
    section, django_capture_on_commit_callbacks
):
    # One from the last time, which the new one replaces.
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(
        old_path="/handbook/chapter-7", site=site, redirect_page=section, automatically_created=True
    )

    with django_capture_on_commit_callbacks(execute=True):
        section.slug = "manual"
        section.save_revision().publish()

    assert Redirect.objects.filter(old_path__startswith="/handbook").count() == PAGES + 1
    assert Redirect.objects.get(old_path="/handbook/chapter-7").redirect_page.slug == "chapter-7"


def test_a_redirect_somebody_made_stays(section, django_capture_on_commit_callbacks):
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(old_path="/handbook/chapter-7", site=site, redirect_link="https://example.org/")

    with django_capture_on_commit_callbacks(execute=True):
        section.slug = "manual"
        section.save_revision().publish()

    assert Redirect.objects.get(old_path="/handbook/chapter-7").redirect_link == "https://example.org/"
