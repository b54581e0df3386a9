"""What an author switched off in a page builder was on the page for nobody, and is for nobody here."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

from porting.document import SourcePost, State
from porting.readers.wordpress.context import Body

from .conftest import meta

Dialect = Callable[[str], str]
BARS = quote('[{"label":"Rye bread","value":"90","color":"bar_grey"}]')
NOWHERE = " ".join(
    f"av-{size}-hide='aviaTBav-{size}-hide'" for size in ("desktop", "medium", "small", "mini")
)
RAW = base64.b64encode(quote("<p>Own <b>words</b></p>").encode()).decode()


@pytest.mark.parametrize(
    "typed",
    [
        '[vc_row disable_element="yes"][vc_column][vc_column_text]Not yet[/vc_column_text][/vc_column][/vc_row]',
        '[vc_column_text disable_element="yes"]Not yet[/vc_column_text]',
        '[vc_custom_heading text="Not yet" disable_element="yes"]',
        '[et_pb_section disabled="on"][et_pb_text]Not yet[/et_pb_text][/et_pb_section]',
        '[et_pb_text disabled_on="on|on|on"]Not yet[/et_pb_text]',
        '[acme_card disabled_on="on|on|on"]Not yet[/acme_card]',
        '[et_pb_toggle title="Not yet" disabled_on="on|on|on"]Not yet[/et_pb_toggle]',
        '[et_pb_tabs][et_pb_tab title="Not yet" disabled_on="on|on|on"]Not yet[/et_pb_tab][/et_pb_tabs]',
        '[vc_tta_tabs][vc_tta_section title="Not yet" disable_element="yes"]Not yet[/vc_tta_section][/vc_tta_tabs]',
        '[fusion_builder_container status="draft"][fusion_text]Not yet[/fusion_text][/fusion_builder_container]',
        '[fusion_builder_container status="publish_after" publish_date="2131-01-01 00:00:00"][fusion_text]Not yet'
        "[/fusion_text][/fusion_builder_container]",
        '[fusion_builder_container status="publish_after" publish_date="2131/01/01"][fusion_text]Not yet'
        "[/fusion_text][/fusion_builder_container]",
        '[fusion_builder_container status="published_until" publish_date="2011-01-01 00:00:00"][fusion_text]Not yet'
        "[/fusion_text][/fusion_builder_container]",
        f"[av_section {NOWHERE}][av_textblock]Not yet[/av_textblock][/av_section]",
        f"[av_one_half first {NOWHERE}]<p>Not yet</p>[/av_one_half]",
        f"[av_heading heading='Not yet' {NOWHERE}]",
        f"[av_tab_container][av_tab title='Not yet' {NOWHERE}]Not yet[/av_tab][/av_tab_container]",
    ],
)
def test_a_module_that_is_switched_off_is_left_out_and_told(dialect: Dialect, body: Body, typed: str) -> None:
    assert dialect(f"<p>One</p>{typed}<p>Two</p>").replace("\n", "") == "<p>One</p><p>Two</p>"
    assert [problem.kind for problem in body.problems] == ["hidden"]
    assert "Not yet" in body.problems[0].detail


@pytest.mark.parametrize(
    "typed",
    [
        '[vc_column_text disable_element=""]Shown[/vc_column_text]',
        '[et_pb_text disabled_on="on|on|off"]Shown[/et_pb_text]',
        '[et_pb_text disabled="off"]Shown[/et_pb_text]',
        '[fusion_builder_container status="published" publish_date=""][fusion_text]Shown[/fusion_text]'
        "[/fusion_builder_container]",
        '[fusion_builder_container status="publish_after" publish_date="2011-01-01 00:00:00"][fusion_text]Shown'
        "[/fusion_text][/fusion_builder_container]",
        "[av_textblock av-desktop-hide='aviaTBav-desktop-hide' av-medium-hide='' av-small-hide='' av-mini-hide='']"
        "Shown[/av_textblock]",
        f"[av_textblock {NOWHERE.replace('aviaTBav-mini-hide', '')}]Shown[/av_textblock]",
    ],
)
def test_what_was_shown_to_anybody_is_shown(dialect: Dialect, body: Body, typed: str) -> None:
    assert dialect(typed) == "<p>Shown</p>"
    assert not body.problems


def test_what_elementor_showed_on_no_device_stays_out(read_one: Callable[..., SourcePost]) -> None:
    def widget(words: str, **settings: str) -> dict[str, object]:
        return {"elType": "widget", "widgetType": "heading", "settings": {"title": words, **settings}}

    off = {"hide_desktop": "hidden-desktop", "hide_tablet": "hidden-tablet", "hide_mobile": "hidden-phone"}
    section = {"elType": "section", "settings": off, "elements": [widget("Nor this")]}
    shown = widget("Shown", hide_mobile="hidden-phone")
    data = json.dumps([widget("Not yet", **off), section, shown])
    for empty in ("", " \n"):
        page = read_one(empty, extra=meta("_elementor_data", data), post_type="page")
        assert page.html == "<h2>Shown</h2>"


@pytest.mark.parametrize(
    "content",
    [
        "A [s2If is_user_logged_in()]secret[/s2If]",
        'A [su_members message="Log in"]secret[/su_members]',
        "A [swpm_protected]secret[/swpm_protected]",
        'A [passster password="x"]secret[/passster]',
        '<!-- wp:group {"contentControls":{"enabled":true,"rules":{"user":{"userStatus":"logged_in"}}}} -->'
        "<div><p>secret</p></div><!-- /wp:group -->",
    ],
)
def test_parts_for_members_close_the_post(read_one: Callable[..., SourcePost], content: str) -> None:
    post = read_one(content)
    assert (post.state, post.members_only) == (State.MEMBERS, True)
    assert "hidden" in {problem.kind for problem in post.problems}


@pytest.mark.parametrize(
    ("schedule", "shown"),
    [
        ('{"enable":true,"start":"2131-01-01T00:00:00","end":""}', False),
        ('{"enable":true,"start":"2011-01-01T00:00:00","end":"2012-01-01T00:00:00"}', False),
        ('{"enable":true,"start":"2011-01-01T00:00:00","end":""}', True),
        ('{"enable":false,"start":"2131-01-01T00:00:00","end":""}', True),
        ('{"enable":true,"start":3,"end":null}', True),
        ('{"start":"2131-01-01T00:00:00","end":""}', False),
        ('{"start":"2011-01-01T00:00:00","end":""}],"hideOnSchedules":[true', False),
        ('{"start":"2131-01-01T00:00:00","end":""}],"hideOnSchedules":[true', True),
    ],
)
def test_a_block_whose_time_has_not_come_or_is_over_stays_out(
    dialect: Dialect, body: Body, schedule: str, shown: bool
) -> None:
    rule = f'{{"blockVisibility":{{"controlSets":[{{"controls":{{"dateTime":{{"schedules":[{schedule}]}}}}}}]}}}}'
    written = dialect(f"<!-- wp:paragraph {rule} --><p>Words</p><!-- /wp:paragraph -->")
    assert written == ("<p>Words</p>" if shown else "")
    assert [problem.kind for problem in body.problems] == ([] if shown else ["hidden"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            '[et_pb_section disabled_on="on|on|on" admin_label="Top part of it" background_color="#ffffff"]'
            '[et_pb_row _builder_version="4.9"][et_pb_blurb title="Pears" image="https://old.example/p.jpg" '
            'custom_padding="20px||50px|"]<p>Ripe &amp; sweet.</p>[/et_pb_blurb][/et_pb_row][/et_pb_section]',
            "Ripe & sweet. Pears",
        ),
        (
            '[vc_cta h2="Our oven" disable_element="yes" el_class="big red box" css=".vc_1{margin: 0 auto;}" '
            'btn_link="url:https%3A%2F%2Fx.example%2Fo|title:See%20it"]Words.[/vc_cta]',
            "Words. Our oven See it",
        ),
        (
            f"[vc_row disable_element='yes'][vc_progress_bar values='{BARS}'][vc_raw_html]{RAW}[/vc_raw_html][/vc_row]",
            "Own words Rye bread",
        ),
    ],
)
def test_what_a_module_said_is_told_in_its_readers_words(
    dialect: Dialect, body: Body, typed: str, said: str
) -> None:
    dialect(typed)
    assert [problem.detail.partition("says: ")[2] for problem in body.problems] == [said]


@pytest.mark.parametrize(
    "typed",
    [
        '[vc_column_text disable_element="yes"]{}[/vc_column_text]',
        '<!-- wp:paragraph {{"metadata":{{"blockVisibility":false}}}} --><p>{}</p><!-- /wp:paragraph -->',
    ],
)
def test_words_beyond_what_a_report_shows_are_said_to_be_missing(
    dialect: Dialect, body: Body, typed: str
) -> None:
    dialect(typed.format("word " * 900))
    assert body.problems[0].detail.endswith("word …")
    assert len(body.problems[0].detail) < 700


def condition(kind: str, operator: str = "OR", **settings: object) -> dict[str, object]:
    return {"id": f"c-{kind}", "condition": kind, "conditionSettings": settings, "operator": operator}


LOGGED_IN, LOGGED_OUT = (condition("loggedInStatus", displayRule=rule) for rule in ("loggedIn", "loggedOut"))
ROLE = condition("userRole", displayRule="is", userRoles=[{"value": "subscriber"}])
BEFORE, AFTER = (
    condition("dateTime", displayRule=rule, date="2011-01-01", time="12:00")
    for rule in ("isBefore", "isAfter")
)
LATER = condition("dateTime", displayRule="isAfter", date="2131-01-01", time="12:00")


@pytest.mark.parametrize(
    ("conditions", "shown"),
    [
        ([LOGGED_IN], False),
        ([condition("loggedInStatus")], False),
        ([condition("loggedInStatus", loggedInStatus="loggedOut")], True),
        ([LOGGED_OUT], True),
        ([ROLE], False),
        ([AFTER], True),
        ([BEFORE], False),
        ([LATER], False),
        ([condition("dateTime", dateTimeDisplay="isBefore", date="2131-01-01", time="12:00")], True),
        ([condition("dateTime", displayRule="isOnSpecificDays", weekdays=["monday"])], False),
        ([condition("dateTime", displayRule="isAfter", date="some day")], False),
        ([condition("cookie", displayRule="cookieExists", cookieName="paid")], False),
        ([condition("userRole", enableCondition="off")], True),
        ([ROLE, LOGGED_OUT], True),
        ([LOGGED_OUT, LOGGED_IN], False),
        ([AFTER | {"operator": "AND"}, ROLE | {"operator": "AND"}], False),
        ([AFTER | {"operator": "AND"}, LOGGED_OUT | {"operator": "AND"}], True),
        ([], True),
        ({"1": ROLE}, False),
        (None, True),
        (["a", 3], False),
        ([condition("loggedInStatus") | {"conditionSettings": "x"}], False),
        ([{"operator": "OR"}], False),
    ],
)
def test_a_module_of_divis_that_not_everybody_saw_stays_out(
    dialect: Dialect, body: Body, conditions: object, shown: bool
) -> None:
    packed = base64.b64encode(json.dumps(conditions).encode()).decode()
    written = dialect(f'<p>One</p>[et_pb_text display_conditions="{packed}"]Words[/et_pb_text]')
    assert ("Words" in written) is shown
    assert [problem.kind for problem in body.problems] == ([] if shown else ["hidden"])
    assert packed not in "".join(problem.detail for problem in body.problems)


def test_conditions_of_divis_that_cannot_be_read_are_taken_for_what_they_may_be(dialect: Dialect) -> None:
    role = base64.b64encode(json.dumps([ROLE]).encode()).decode().rstrip("=")
    assert dialect(f'[et_pb_text display_conditions="{role}"]Words[/et_pb_text]') == ""
    assert dialect('[et_pb_text display_conditions="eyJ{"]Words[/et_pb_text]') == ""
    assert dialect('[et_pb_text display_conditions=""]Words[/et_pb_text]') == "<p>Words</p>"


def divi_block(**decoration: object) -> str:
    """A text of Divi 5, which keeps modules as blocks."""
    said = {"content": {"innerContent": {"desktop": {"value": "<p>Some words</p>"}}}}
    module = {"meta": {"adminLabel": {"desktop": {"value": "Top part of it"}}}, "decoration": decoration}
    return f"<!-- wp:divi/text {json.dumps(said | {'module': module})} /-->"


def on(*devices: str) -> dict[str, object]:
    return {name: {"value": "on" if name in devices else "off"} for name in ("desktop", "tablet", "phone")}


def under(*conditions: dict[str, object]) -> dict[str, object]:
    named = [
        {"conditionName" if key == "condition" else key: value for key, value in one.items()}
        for one in conditions
    ]
    return {"desktop": {"value": named}}


@pytest.mark.parametrize(
    ("decoration", "shown"),
    [
        ({"disabledOn": on("desktop", "tablet", "phone")}, False),
        ({"disabledOn": on("tablet", "phone")}, True),
        ({"disabledOn": "x"}, True),
        ({"conditions": under(ROLE)}, False),
        ({"conditions": under(LOGGED_IN)}, False),
        ({"conditions": under(LOGGED_OUT)}, True),
        ({"conditions": under(ROLE, AFTER)}, True),
        ({"conditions": under(LOGGED_OUT, LOGGED_IN)}, False),
        ({"conditions": under()}, True),
        ({"conditions": {"desktop": {"value": "x"}}}, True),
        ({}, True),
    ],
)
@pytest.mark.parametrize("name", ["divi/text", "example/quick-module"])
def test_a_block_of_divis_that_not_everybody_saw_stays_out(
    dialect: Dialect, body: Body, decoration: dict[str, object], shown: bool, name: str
) -> None:
    module = divi_block(**decoration).replace("divi/text", name)
    written = dialect(f"<!-- wp:divi/section -->{module}<!-- /wp:divi/section -->")
    assert written == ("<p>Some words</p>" if shown else "")
    said = [problem.detail.partition("says: ")[2] for problem in body.problems if problem.kind == "hidden"]
    assert said == ([] if shown else ["Some words"])
