"""People who use the site in a real browser, against a real server with the test database behind it."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from tests.factories.people import PASSWORD
from tests.journeys.searchers import complaints, listened_page, otter_site  # noqa: F401 - fixtures for all who search


@pytest.fixture
def editor_account(transactional_db):
    """Somebody in the group Editors."""
    user = get_user_model().objects.create_user("editor", "editor@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name="Editors"))
    return user
