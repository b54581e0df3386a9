"""``search_check --mend`` when what it writes into goes away in the middle."""

from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test import override_settings

from blog.models import BlogPage
from search.engines.base import EngineAwayError
from search.engines.wagtail_backend import engine as engine_module
from search.index import writing
from search.index.comparing import compare
from search.index.loading import findable_pages
from search.index.writing import update
from search.models import Word
from tests.search.engines.wagtail_backend.elasticsearch import FakeElasticsearch
from tests.search.index.looking import titles
from tests.search.index.refusing import nothing_is_written_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def posts(make_post, monkeypatch):
    """Three posts, changed since they were indexed, which are written one by one."""
    made = [make_post(title=title) for title in ("Otter", "Heron", "Newt")]
    update(findable_pages().values_list("pk", flat=True))
    for post, title in zip(made, ("Badger", "Stork", "Toad"), strict=True):
        BlogPage.objects.filter(pk=post.pk).update(title=title)
    monkeypatch.setattr(writing.batches, "__defaults__", (1,))
    return made


@contextmanager
def gone_at(begin: str, error: Exception, times: int = 0):
    """The database, or the search server, answers no statement that begins so, but for the first ``times``."""
    seen = 0

    def refuse(execute, sql, params, many, context):
        nonlocal seen
        seen += sql.startswith(begin)
        if sql.startswith(begin) and seen > times:
            raise error
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.parametrize("option", ["mend", "rebuild"])
@pytest.mark.parametrize("error", [OperationalError("server closed"), EngineAwayError("no answer")], ids=type)
def test_it_says_what_was_done_and_what_was_not(posts, option, error):
    total = 3 if option == "mend" else findable_pages().count()
    said = (
        f"1 of {total} pages were put right and stay so; the other {total - 1} .*were not.* It said: {error}"
    )

    with (
        gone_at('INSERT INTO "search_document"', error, times=1),
        pytest.raises(CommandError, match=said) as stopped,
    ):
        call_command("search_check", verbosity=0, **{option: True})

    assert stopped.value.returncode == 1


def test_what_it_did_stays_and_the_next_run_does_the_rest(posts):
    with (
        gone_at('INSERT INTO "search_document"', OperationalError("server closed"), times=1),
        pytest.raises(CommandError),
    ):
        call_command("search_check", mend=True, verbosity=0)
    assert titles("badger stork toad") == ["Badger"]

    call_command("search_check", mend=True, verbosity=0)

    assert titles("badger stork toad") == ["Badger", "Stork", "Toad"]
    assert not compare()


def test_a_search_server_that_only_marks_what_it_does_not_take_counts_as_gone(posts, monkeypatch):
    def stop_at_the_second(execute, sql, params, many, context):
        seen.append(sql.startswith('INSERT INTO "search_document"'))
        if sum(seen) > 1:
            server.trouble = 503
        return execute(sql, params, many, context)

    monkeypatch.setattr(engine_module, "_known", None)
    seen: list[bool] = []
    with FakeElasticsearch() as server, override_settings(**settings_for(server.url)):
        call_command("search_check", rebuild=True, verbosity=0)
        BlogPage.objects.filter(pk__in=[post.pk for post in posts]).update(summary="Wader")
        with (
            connection.execute_wrapper(stop_at_the_second),
            pytest.raises(CommandError, match="1 of 3 pages were put right.* The search server did not take"),
        ):
            call_command("search_check", mend=True, verbosity=0)


def settings_for(url: str) -> dict:
    backend = "wagtail.search.backends.elasticsearch8"
    return {
        "SEARCH_ENGINE": "search.engines.wagtail_backend.engine.WagtailBackendEngine",
        "SEARCH_SERVER": {"BACKEND": backend, "URLS": [url], "OPTIONS": {"max_retries": 0}},
    }


def test_when_only_the_words_for_corrections_were_left_it_says_so(posts):
    Word.objects.create(text="gone")
    said = "3 of 3 pages were put right and stay so; the other 0 and the words for corrections were not"
    with (
        gone_at('DELETE FROM "search_word"', OperationalError("server closed")),
        pytest.raises(CommandError, match=said),
    ):
        call_command("search_check", mend=True, verbosity=0)


def test_nothing_was_changed_when_the_database_goes_while_it_compares(posts):
    with (
        gone_at('SELECT "search_section"', OperationalError("server closed")),
        gone_at('SELECT "search_document"', OperationalError("server closed")),
        pytest.raises(CommandError, match="nothing was compared or mended.* server closed"),
    ):
        call_command("search_check", mend=True, verbosity=0)


def test_one_page_that_cannot_be_written_stops_no_other(posts, capsys):
    with (
        nothing_is_written_of("Stork"),
        pytest.raises(
            CommandError, match=f"1 pages could not be written.* {posts[1].pk}.* All the others were"
        ),
    ):
        call_command("search_check", mend=True, verbosity=0)

    assert titles("badger stork toad") == ["Badger", "Toad"]
