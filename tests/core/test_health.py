import stat

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from core import health


@pytest.fixture
def visitor() -> Client:
    return Client()


def test_a_living_process_says_so_without_asking_the_database(visitor: Client) -> None:
    response = visitor.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_site_whose_parts_all_work_is_ready(visitor: Client) -> None:
    response = visitor.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "failing": [], "degraded": []}


@pytest.mark.django_db
def test_a_missing_migration_is_named(visitor: Client) -> None:
    health.migrations_are_applied.cache_clear()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'blog'")
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert response.json()["failing"] == ["migrations"]


@pytest.mark.django_db
def test_a_media_folder_that_is_a_file_is_named(visitor: Client, settings, tmp_path) -> None:
    occupied = tmp_path / "media"
    occupied.write_text("not a folder")
    settings.MEDIA_ROOT = str(occupied)
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert response.json()["failing"] == ["media"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cache_settings",
    [
        {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
        # Nothing listens on port 1.
        {"BACKEND": "core.cache.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:1/0"},
    ],
    ids=["keeps nothing", "away"],
)
def test_a_cache_that_fails_is_named_and_keeps_no_visitor_out(
    visitor: Client, settings, home, cache_settings
) -> None:
    settings.CACHES = {"default": cache_settings}
    assert visitor.get("/").status_code == 200
    response = visitor.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "failing": [], "degraded": ["cache"]}


@pytest.mark.django_db
def test_checking_leaves_nothing_behind(visitor: Client, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "new")
    cache.clear()
    assert visitor.get("/readyz").status_code == 200
    assert list((tmp_path / "new").iterdir()) == []
    assert stat.S_ISDIR((tmp_path / "new").stat().st_mode)


def test_only_reading_is_answered(visitor: Client) -> None:
    assert visitor.post("/healthz").status_code == 405
    assert visitor.post("/readyz").status_code == 405
