"""A page cannot be given an address at which the site itself answers."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import StandardPage
from tests.factories import StandardPageFactory


def create(client, parent, slug, model="standardpage", app="home"):
    fields = {"title": "A page", "slug": slug, "body": streamfield([]), "comments": streamfield([])}
    fields |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "introduction": rich_text("")}
    fields["page_authors"] = inline_formset([])
    url = reverse("wagtailadmin_pages:add", args=[app, model, parent.pk])
    return client.post(url, nested_form_data(fields))


@pytest.mark.parametrize("slug", ["search", "admin", "static"])
@pytest.mark.parametrize(("app", "model"), [("home", "standardpage"), ("blog", "blogindexpage")])
def test_the_sites_own_addresses_are_refused(home, admin_client, app, model, slug):
    response = create(admin_client, home, slug, model, app)

    assert response.status_code == 200
    assert f"The site itself uses the address “/{slug}/”" in response.content.decode()
    assert not Page.objects.filter(slug=slug).exists()


def test_any_other_address_and_the_same_word_further_down_is_fine(home, admin_client):
    parent = StandardPageFactory(parent=home, title="Help", slug="help")

    assert create(admin_client, home, "about").status_code == 302
    assert create(admin_client, parent, "search").status_code == 302

    assert set(StandardPage.objects.values_list("slug", flat=True)) == {"help", "about", "search"}
