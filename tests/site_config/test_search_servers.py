"""Where readers search is read from the environment, and mistakes are told."""

from __future__ import annotations

import pytest
from wagtail.search.backends import get_search_backend

from site_config.settings.env import Environment
from site_config.settings.search_servers import search_server


def read(**variables: str) -> tuple[dict, list[str]]:
    env = Environment(variables)
    return search_server(env), env.problems


def test_without_an_address_readers_search_in_the_database():
    assert read() == ({}, [])
    assert read(ELASTICSEARCH_URL="", SEARCH_INDEX_PREFIX="x_") == ({}, [])


def test_an_address_is_enough():
    settings, problems = read(ELASTICSEARCH_URL="https://search:secret@one.example:9200,https://two.example")
    assert problems == []
    assert settings["BACKEND"] == "wagtail.search.backends.elasticsearch8"
    assert settings["URLS"] == ["https://search:secret@one.example:9200", "https://two.example"]
    assert settings["INDEX_PREFIX"] == "colophon_"


def test_the_settings_are_those_of_wagtails_backend():
    settings, _problems = read(ELASTICSEARCH_URL="http://127.0.0.1:9200", SEARCH_INDEX_PREFIX="site2-")
    backend = get_search_backend(settings.pop("BACKEND"), **settings)
    assert backend.index_prefix == "site2-"


def test_other_versions_and_products_can_be_named():
    assert read(ELASTICSEARCH_URL="http://a", ELASTICSEARCH_VERSION="9")[0]["BACKEND"].endswith(
        "elasticsearch9"
    )
    assert read(OPENSEARCH_URL="http://a")[0]["BACKEND"].endswith("opensearch2")
    assert read(OPENSEARCH_URL="http://a", OPENSEARCH_VERSION="3")[0]["BACKEND"].endswith("opensearch3")


@pytest.mark.parametrize(
    "variables",
    [
        {"ELASTICSEARCH_URL": "one.example:9200"},
        {"ELASTICSEARCH_URL": "https://"},
        {"ELASTICSEARCH_URL": "http://[broken"},
        {"ELASTICSEARCH_URL": "http://one.example:port"},
        {"ELASTICSEARCH_URL": "http://a", "OPENSEARCH_URL": "http://a"},
        {"ELASTICSEARCH_URL": "http://a", "ELASTICSEARCH_VERSION": "6"},
        {"OPENSEARCH_URL": "http://a", "OPENSEARCH_VERSION": "8"},
        {"OPENSEARCH_URL": "http://a", "SEARCH_INDEX_PREFIX": "Über"},
        {"OPENSEARCH_URL": "http://a", "SEARCH_INDEX_PREFIX": "_mine"},
        {"OPENSEARCH_URL": "http://a", "SEARCH_TIMEOUT": "soon"},
    ],
)
def test_mistakes_are_told(variables):
    assert len(read(**variables)[1]) == 1


def test_passwords_are_not_told():
    _settings, problems = read(ELASTICSEARCH_URL="ftp://search:secret@one.example")
    assert "secret" not in problems[0]
