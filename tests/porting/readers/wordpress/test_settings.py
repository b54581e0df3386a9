"""What plug-ins kept with posts for themselves is in the report, value by value; what is nobody's business is not."""

from __future__ import annotations

import json

import pytest

from porting.readers.wordpress.settings import LONGEST, MOST, MOST_VALUES, Settings

from .conftest import Reads, item, meta, term, wxr


def test_the_blog_has_every_value_with_its_posts(read: Reads) -> None:
    layout = [meta("acme_layout", value) for value in ("wide", "wide", "narrow")]
    blog = read(wxr(*(item(post_id=str(n), title=f"Post {n}", extra=one) for n, one in enumerate(layout, 1))))
    assert blog.settings["acme_layout"] == {
        "values": [{"value": "wide", "posts": ["1", "2"]}, {"value": "narrow", "posts": ["3"]}]
    }


def test_what_a_theme_filed_a_post_under_is_told_by_its_name(read: Reads) -> None:
    blog = read(wxr(item(extra=term("post_format", "post-format-quote", "Quote"))))
    assert blog.settings == {"post_format": {"values": [{"value": "Quote", "posts": ["1"]}]}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("acme_api_key", "1"),
        ("acme_download_password", "sea"),
        ("acme_license", "ACME-1"),
        ("acme_client_ip", "2"),
        ("notify_email", "x"),
        ("acme_sent_to", "jane@old.example"),
        ("acme_seen_from", "192.0.2.7"),
        ("acme_seen_from", "2001:db8:0:0:8:800:200c:417a"),
        ("acme_sync", "4f2a9c81d07b4e5f9a3c2d1e0f6b7a89"),
        ("acme_options", 'a:2:{s:5:"width";s:2:"12";s:8:"password";s:3:"sea";}'),
        ("acme_options", '{"width":12,"access_token":"abc"}'),
        ("acme_feed", "https://cdn.example/a?signature=abc"),
    ],
)
def test_what_may_open_a_door_or_name_somebody_is_only_counted(name: str, value: str) -> None:
    settings = Settings()
    settings.add("1", {name: value})
    assert settings.as_json() == {name: {"values": [], "secret": 1}}
    assert f"{name} (1)" in settings.sentence()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("focus_keyword", "sea"),
        ("acme_author_box", "1"),
        ("acme_hashtags", "sea"),
        ("acme_time", "12:30:45"),
        ("acme_version", "2.10.3"),
        ("acme_options", 'a:1:{s:5:"width";s:2:"12";}'),
        ("acme_class", "is-style-rounded-with-a-long-name"),
    ],
)
def test_what_is_harmless_is_told(name: str, value: str) -> None:
    settings = Settings()
    settings.add("1", {name: value})
    assert settings.as_json() == {name: {"values": [{"value": value, "posts": ["1"]}]}}


def test_a_report_stays_small_and_says_what_it_left_out() -> None:
    settings = Settings()
    for number in range(MOST_VALUES + 5):
        settings.add(str(number), {"acme_a": f"v{number}"})
    for number in range(2000):
        settings.add(str(number), {f"acme_b{number}": f"{number} " + "long " * 200})
    told = settings.as_json()
    assert len(told["acme_a"]["values"]) == MOST_VALUES
    assert told["acme_a"]["not shown"] == 5
    values = [one["value"] for about in told.values() for one in about["values"]]
    assert max(map(len, values)) == LONGEST + 2
    assert (
        sum(len(about["values"]) + about.get("not shown", 0) for about in told.values()) == MOST_VALUES + 2005
    )
    assert len(json.dumps(told)) < 2 * MOST
