import io

import pytest
from django.core.management import call_command

from core.first_admin import create_first_admin

pytestmark = pytest.mark.django_db


def test_a_site_with_content_and_administrator_is_left_alone(blog, django_assert_max_num_queries) -> None:
    create_first_admin(password="some long words")
    call_command("search_check", mend=True, verbosity=0, stdout=io.StringIO())
    out = io.StringIO()
    with django_assert_max_num_queries(20):
        call_command("prepare_site", stdout=out)
    assert out.getvalue() == ""


def test_a_site_without_search_index_gets_one(blog) -> None:
    from search.models import Document

    call_command("prepare_site", stdout=io.StringIO())

    assert Document.objects.filter(pk=blog.pk).exists()
