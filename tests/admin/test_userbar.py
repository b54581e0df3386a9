"""The bar that leads from a public page to its edit form."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_editors_get_from_a_post_to_its_form(editor, make_post):
    post = make_post(title="Tea")
    page = editor.get(post.url).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[post.pk]) in page


def test_readers_see_nothing_of_the_admin(client, make_post):
    page = client.get(make_post(title="Tea").url).content.decode()
    assert "/admin/" not in page
    assert "userbar" not in page
