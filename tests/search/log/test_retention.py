"""The log forgets."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Site

from search.log import record, retention
from search.models import LoggedSearch, OpenedResult, SearchSettings
from search.query import parse

pytestmark = pytest.mark.django_db


def log(query: str, days_ago: int, site: Site | None = None) -> LoggedSearch:
    site = site or Site.objects.get(is_default_site=True)
    day = timezone.localdate() - timedelta(days=days_ago)
    row = LoggedSearch.objects.create(site=site, day=day, query=query, searches=1)
    OpenedResult.objects.create(search=row, page=site.root_page, times=1, places=1)
    return row


def left() -> set[str]:
    return set(LoggedSearch.objects.values_list("query", flat=True))


def test_days_beyond_the_usual_time_are_forgotten_by_a_command():
    log("old", 180)
    log("kept", 179)
    answer = StringIO()
    call_command("search_log_cleanup", stdout=answer)
    assert left() == {"kept"}
    assert OpenedResult.objects.count() == 1
    assert answer.getvalue() == "1 row deleted.\n"


def test_each_site_has_a_time_of_its_own(home):
    other = Site.objects.create(hostname="other.example", root_page=home)
    SearchSettings.objects.create(site=other, log_days=7)
    log("here", 100)
    log("there", 100, other)
    log("there lately", 2, other)
    call_command("search_log_cleanup", stdout=StringIO())
    assert left() == {"here", "there lately"}


def test_a_search_makes_the_log_forget_once_a_day_without_anybodys_doing(asked):
    log("old", 200)
    record(parse("new"), total=1, request=asked())
    assert left() == {"new"}
    log("old", 200)
    record(parse("newer"), total=1, request=asked())
    assert left() == {"new", "newer", "old"}


def test_nobody_who_searches_waits_for_much_to_be_forgotten(asked, monkeypatch):
    monkeypatch.setattr(retention, "A_FEW", 2)
    for number in range(5):
        log(f"old {number}", 200 + number)
    for number, remaining in enumerate((3, 1, 0)):
        record(parse(f"new {number}"), total=1, request=asked())
        assert len([query for query in left() if query.startswith("old")]) == remaining


def test_a_shorter_time_counts_at_once():
    log("older", 50)
    log("today", 0)
    settings = SearchSettings.objects.create(site=Site.objects.get(), log_days=100)
    assert left() == {"older", "today"}
    settings.log_days = 50
    settings.save()
    assert left() == {"today"}
    settings.log_days = 0
    settings.save()
    assert left() == set()


def test_administrators_decide_and_editors_do_not(administrator, editor):
    site = Site.objects.get()
    address = f"/admin/settings/search/searchsettings/{site.pk}/"
    assert editor.get(address).status_code == 302
    assert "Days searches are kept" in administrator.get(address).content.decode()
    administrator.post(address, {"log_days": "30"})
    assert SearchSettings.objects.get(site=site).log_days == 30
    assert "less than or equal to 1100" in administrator.post(address, {"log_days": "5000"}).content.decode()
