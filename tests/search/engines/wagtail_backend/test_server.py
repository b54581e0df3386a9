"""What is special about words on another machine: it may be away, it may be behind, and it knows no secrets."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from search.engines import index_engine
from search.engines.base import Limits, Wanted, WantedWord
from search.engines.wagtail_backend import engine as engine_module
from search.engines.wagtail_backend import queries
from search.engines.wagtail_backend import server as server_module
from search.engines.wagtail_backend.engine import WagtailBackendEngine
from search.engines.wagtail_backend.server import Server, ServerAwayError
from search.index.writing import update
from search.models import Document
from tests.factories import BlogPageFactory
from tests.search.backends.hostile import HOSTILE
from tests.search.engines.wagtail_backend.elasticsearch import FakeElasticsearch
from tests.search.engines.words import text, want

pytestmark = pytest.mark.django_db


@pytest.fixture
def engine(server: Server) -> WagtailBackendEngine:
    return WagtailBackendEngine(server)


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask a server again at once that did not answer."""
    monkeypatch.setattr(server_module, "REST", 0.0)


@pytest.fixture
def site_searches_there(elasticsearch: FakeElasticsearch, monkeypatch: pytest.MonkeyPatch):
    """The whole site set up with the made-up server."""
    monkeypatch.setattr(engine_module, "_known", None)
    backend = "wagtail.search.backends.elasticsearch8"
    with override_settings(
        SEARCH_ENGINE="search.engines.wagtail_backend.engine.WagtailBackendEngine",
        SEARCH_SERVER={"BACKEND": backend, "URLS": [elasticsearch.url], "OPTIONS": {"max_retries": 0}},
    ):
        yield elasticsearch


def test_the_settings_choose_the_engine(site_searches_there):
    assert isinstance(index_engine(), WagtailBackendEngine)
    with override_settings(SEARCH_ENGINE=""):
        assert not isinstance(index_engine(), WagtailBackendEngine)


def test_the_server_is_told_words_and_dates_only(shelve, elasticsearch):
    page = shelve("rye", "bread", access="3 17", facets=[("tag", 8)])
    (index,) = elasticsearch.indexes.values()
    assert index.documents[page].keys() == {"page", "date", "title", "body"}


def test_what_became_private_is_not_found_though_the_server_does_not_know(shelve, engine):
    page = shelve("rye", "bread")
    Document.objects.filter(pk=page).update(access="3")
    assert engine.rank(want("bread"), Limits()).page_ids == []
    assert engine.rank(want("bread"), Limits(), by_date=True).page_ids == []
    assert engine.frequencies(["bread"], Limits()) == {}


def test_narrow_limits_are_the_servers_too_so_that_nothing_crowds_them_out(shelve, engine, elasticsearch):
    page = shelve("rye", facets=[("tag", 1)])
    shelve("rye")
    assert engine.rank(want("rye"), Limits(facets=(("tag", 1),))).page_ids == [page]
    assert {"terms": {"page": [page]}} in last_search(elasticsearch)["query"]["bool"]["filter"]


@pytest.mark.parametrize("left_out", [1000, 0])
def test_pages_of_others_crowd_out_no_page_and_no_word_of_a_small_site(shelve, engine, monkeypatch, left_out):
    page = shelve("long ago", "rye of another day", path="000100020001")
    for number in range(4):
        shelve("rye", path=f"00010001000{number}")
        shelve("rye", path=f"00010002001{number}", access="3")
    monkeypatch.setattr(queries, "MOST_HITS", 2)
    monkeypatch.setattr(engine_module, "MOST_COUNTED", 2)
    monkeypatch.setattr(engine_module, "MOST_LEFT_OUT", left_out)
    site = Limits(root_path="00010002")
    assert engine.rank(want("rye"), site).page_ids == [page]
    assert engine.rank(want("rye"), site, by_date=True).page_ids == [page]
    assert engine.frequencies(["rye", "day", "never"], site) == {"rye": 1, "day": 1}


def test_words_in_titles_and_side_by_side_come_first(shelve, engine):
    apart = shelve("one", "bread of the day before yesterday is not always the one made of rye")
    near = shelve("two", "bread made of rye and nothing but what is in the house on a day")
    together = shelve("three", "there is rye bread on every day of the week but one in the house")
    titled = shelve("rye bread", "there is one on every day of the week but one in the house")
    assert engine.rank(want("rye bread"), Limits()).page_ids == [titled, together, near, apart]


def test_nothing_typed_is_refused(shelve, engine, elasticsearch):
    page = shelve("paper")
    for words in HOSTILE.values():
        typed = tuple(WantedWord(word, word) for word in words.split())
        wanted = Wanted(typed, (tuple(words.split()[:20]),), prefix=words[:64])
        assert set(engine.rank(wanted, Limits()).page_ids) <= {page}
        engine.rank(wanted, Limits(), by_date=True)
        engine.frequencies(words.split()[:12], Limits())
    assert elasticsearch.refused == []


@pytest.mark.parametrize("trouble", [None, 500, 503, 429, 401])
def test_while_the_server_is_away_titles_are_searched(shelve, engine, elasticsearch, trouble):
    page = shelve("rye bread")
    shelve("rye", "bread")
    shelve("rye bread", access="3")
    elasticsearch.trouble = trouble
    ranking = engine.rank(want("rye", prefix="brea"), Limits())
    assert (ranking.page_ids, ranking.total) == ([page], 1)
    assert engine.frequencies(["rye"], Limits()) == {}
    with pytest.raises(ServerAwayError):
        engine.indexed_ids()


def test_a_server_that_is_away_is_left_alone_for_a_while(shelve, engine, elasticsearch):
    shelve("rye")
    elasticsearch.trouble = 503
    engine.rank(want("rye"), Limits())
    asked = len(elasticsearch.requests)
    engine.rank(want("rye"), Limits())
    assert len(elasticsearch.requests) == asked


def test_a_refused_question_keeps_nobody_else_from_asking(shelve, engine, server):
    page = shelve("rye")
    with pytest.raises(ServerAwayError):
        server.search({"query": {"fuzzy": {"body": "rye"}}, "size": 1, "_source": ["page"]})
    assert engine.rank(want("rye"), Limits()).page_ids == [page]


def test_an_index_that_was_never_made_finds_by_titles_and_keeps_nobody_waiting(engine, shelve, server):
    page = shelve("rye")
    server.forget()
    assert engine.rank(want("rye"), Limits()).page_ids == [page]
    engine.write([text(page, "rye", "bread")])
    assert engine.rank(want("bread"), Limits()).page_ids == [page]


def test_nothing_written_while_the_server_is_away_is_lost(site_searches_there, blog, no_rest):
    post = BlogPageFactory(parent=blog, title="Sourdough", slug="sourdough", summary="Slow bread.")
    site_searches_there.trouble = 503
    update([post.pk])
    post.title = "Sourdough again"
    post.save_revision().publish()
    update([post.pk])
    assert Document.objects.get(pk=post.pk).title == "Sourdough again"
    site_searches_there.trouble = ""
    update([post.pk])
    assert index_engine().indexed_ids() == {post.pk}
    assert Document.objects.get(pk=post.pk).fingerprint


def test_what_could_not_be_removed_is_not_found(shelve, engine, elasticsearch, no_rest):
    page = shelve("rye")
    elasticsearch.trouble = 503
    engine.remove([page])
    Document.objects.filter(pk=page).delete()
    elasticsearch.trouble = ""
    assert engine.rank(want("rye"), Limits()).page_ids == []
    assert engine.indexed_ids() == {page}


def test_readers_get_a_page_whether_the_server_answers_or_not(
    site_searches_there, blog, client: Client, no_rest
):
    post = BlogPageFactory(parent=blog, title="Sourdough", slug="sourdough", summary="Slow bread.")
    update([post.pk])
    assert "Sourdough" in client.get("/search/", {"q": "bread"}).content.decode()
    site_searches_there.trouble = 503
    for typed in ("sourdough", "bread", '"slow bread"', "-sourdough", "tag:none"):
        assert client.get("/search/", {"q": typed}).status_code == 200
    assert "Sourdough" in client.get("/search/", {"q": "sourdough"}).content.decode()


@pytest.mark.parametrize("options", [{}, {"mend": True}, {"rebuild": True}])
def test_the_check_says_in_a_sentence_that_the_server_is_away(site_searches_there, blog, options):
    site_searches_there.trouble = None
    with pytest.raises(CommandError, match="The search server does not answer"):
        call_command("search_check", **options)


def test_a_site_starts_though_the_server_is_away(site_searches_there, blog, capsys):
    site_searches_there.trouble = None
    call_command("search_check", mend=True, if_incomplete=True)
    assert "The search server does not answer" in capsys.readouterr().err


def last_search(elasticsearch: FakeElasticsearch) -> dict:
    bodies = [body for _method, path, body in elasticsearch.requests if "_search" in path]
    return json.loads(bodies[-1])
