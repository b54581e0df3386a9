"""Dates as people write them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from porting.readers.markdown.dates import day_in_name, read_date, year_first, zone


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2020-01-31", "2020-01-31T00:00:00+00:00"),
        ("2020/1/31", "2020-01-31T00:00:00+00:00"),
        ("2020-01-31T10:20:30Z", "2020-01-31T10:20:30+00:00"),
        ("2020-01-31 10:20:30 +0800", "2020-01-31T10:20:30+08:00"),
        ("2020-01-31 10:20:30.5 -05:00", "2020-01-31T10:20:30-05:00"),
        ("2020-01-31 10:20 PM", "2020-01-31T22:20:00+00:00"),
        ("2020-01-31 10:20 EST", "2020-01-31T10:20:00-05:00"),
        ("Fri, 31 Jan 2020 10:20:30 +0100", "2020-01-31T10:20:30+01:00"),
        ("January 31st, 2020", "2020-01-31T00:00:00+00:00"),
        ("Jan 31 2020", "2020-01-31T00:00:00+00:00"),
        ("31 January 2020", "2020-01-31T00:00:00+00:00"),
        (20200131, "2020-01-31T00:00:00+00:00"),
        (1580466030, "2020-01-31T10:20:30+00:00"),
        (date(2020, 1, 31), "2020-01-31T00:00:00+00:00"),
    ],
)
def test_a_date_is_understood(written, moment):
    assert read_date(written) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "written", ["2017-02-29", "2017-02-29 11:00", "0000-00-00", "soon", "", None, True, {}, 12]
)
def test_what_is_no_date_is_none(written):
    assert read_date(written) is None


def test_a_time_without_a_zone_is_in_the_sites():
    berlin = zone("Europe/Berlin")
    assert read_date("2020-07-01 12:00", berlin) == datetime(2020, 7, 1, 10, 0, tzinfo=UTC)
    local = datetime.fromisoformat("2020-07-01T12:00")
    assert read_date(local, berlin) == datetime(2020, 7, 1, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_day_stays_that_day_whatever_the_zone():
    assert read_date("2020-07-01", zone("Asia/Tokyo")).utcoffset() == timedelta(0)


def test_a_zone_nobody_knows_is_utc():
    assert zone("Middle/Earth") is UTC


def test_the_day_in_a_files_name_is_taken_off():
    assert day_in_name("2020-1-3-first-post") == ("2020-01-03", "first-post")
    assert day_in_name("2020-01-03_first") == ("2020-01-03", "first")
    assert day_in_name("2020-01-03") == ("2020-01-03", "")
    assert day_in_name("1984") == ("", "1984")


@pytest.mark.parametrize(
    ("written", "day_first", "said"),
    [
        ("11-9-2017", True, "2017-9-11"),
        ("11/9/2017", False, "2017-11-9"),
        ("11/9/2017 10:20", False, "2017-11-9 10:20"),
        ("31/1/2020", False, "2020-1-31"),
        ("1-31-2020", True, "2020-1-31"),
        ("2020-01-31", False, "2020-01-31"),
        ("11-9-20171", True, "11-9-20171"),
        (7, True, 7),
    ],
)
def test_a_day_before_its_year_is_turned_round(written, day_first, said):
    assert year_first(written, day_first=day_first) == said
