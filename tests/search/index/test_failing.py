"""Pages that cannot be written into the index, and those saved together with them."""

import pytest
from django.core.management import CommandError, call_command

from blog.models import BlogPage
from search.index.comparing import compare, is_incomplete
from search.index.loading import findable_pages
from search.index.writing import BATCH, update
from search.models import Document
from search.tasks import reindex_pages
from tests.search.index.looking import titles
from tests.search.index.refusing import nothing_is_written_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def posts(make_post):
    """Three indexed posts, changed since; no page but these is to be found anew."""
    made = [make_post(title=title) for title in ("Otter", "Heron", "Newt")]
    update(findable_pages().values_list("pk", flat=True))
    for post, title in zip(made, ("Badger", "Stork", "Toad"), strict=True):
        BlogPage.objects.filter(pk=post.pk).update(title=title)
    return made


def test_a_page_that_fails_takes_no_other_with_it(posts):
    # Ids of no page fill the first batch, so that the last post is in the second.
    ids = [*range(2 - BATCH, 0), *(post.pk for post in posts)]

    with nothing_is_written_of("Badger"):
        reindex_pages.enqueue(ids)

    assert (titles("stork"), titles("toad")) == (["Stork"], ["Toad"])
    assert Document.objects.get(pk=posts[0].pk).fingerprint == ""


def test_a_page_that_failed_is_written_at_the_next_start(posts):
    assert not is_incomplete()
    with nothing_is_written_of("Badger"):
        reindex_pages.enqueue([post.pk for post in posts])
    assert is_incomplete()

    call_command("search_check", mend=True, if_incomplete=True)

    assert titles("badger") == ["Badger"]
    assert not is_incomplete()
    assert not compare()


def test_a_site_starts_though_a_page_cannot_be_written(posts, capsys):
    with nothing_is_written_of("Badger"):
        reindex_pages.enqueue([post.pk for post in posts])
        call_command("search_check", mend=True, if_incomplete=True)
        with pytest.raises(CommandError, match=f"1 pages could not be written.* {posts[0].pk}"):
            call_command("search_check", mend=True)

    assert "could not be put right" in capsys.readouterr().err
