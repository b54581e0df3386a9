"""What tests of the index stand on."""

import pytest
from wagtail.models import Page

from search.index.writing import update
from tests.search.index.stage import Stage


@pytest.fixture
def stage(home, blog) -> Stage:
    """A post "Otter" with one of everything, in the index."""
    stage = Stage(home, blog)
    update(Page.objects.values_list("pk", flat=True))
    return stage
