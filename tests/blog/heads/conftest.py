"""Pages whose heads are read, and a post that has everything a head tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from core.models import SiteSettings
from tests.factories import AuthorFactory, SeriesFactory, SiteImageFactory, TagFactory


@pytest.fixture
def head(client):
    """The parsed page at a path."""

    def read(path):
        response = client.get(path)
        assert response.status_code == 200, path
        return BeautifulSoup(response.content, "html.parser")

    return read


@pytest.fixture
def site_settings(home):
    from wagtail.models import Site

    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


@pytest.fixture
def post(make_post):
    """The second part of a series, with two authors."""
    series = SeriesFactory(title="Voyage", slug="voyage")
    make_post(title="Part one", series=series, series_position=1, date=datetime(2026, 3, 1, 9, tzinfo=UTC))
    ada = AuthorFactory(
        name="Ada Byron",
        slug="ada",
        job_title="Captain",
        portrait=SiteImageFactory(file__width=300, file__height=300),
        links=[
            ("profile", {"platform": "github", "url": "https://github.com/ada"}),
            ("profile", {"platform": "email", "url": "mailto:ada@example.org"}),
        ],
    )
    return make_post(
        title="Ships",
        slug="ships",
        summary="On ships.",
        date=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        cover=SiteImageFactory(file__width=1600, file__height=900),
        cover_alt="A ship",
        series=series,
        series_position=2,
        authors=[ada, AuthorFactory(name="Grace", slug="grace")],
        tags=[TagFactory(name="Sea"), TagFactory(name="Wind")],
        body=[
            ("paragraph", "<p>" + "Words of the sea. " * 40 + "</p>"),
            ("faq", {"items": [{"question": "Deep?", "answer": "<p>Very <b>deep</b>.</p>"}]}),
        ],
    )
