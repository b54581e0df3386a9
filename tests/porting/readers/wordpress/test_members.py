"""What only members could read does not become public."""

from __future__ import annotations

import pytest

from porting.document import State
from tests.patience import patience

from .conftest import Reads, meta

PAID = "<!-- wp:jetpack/paid-content {} --><div><p>Secret</p></div><!-- /wp:jetpack/paid-content -->"


@pytest.mark.parametrize(
    "field",
    [
        ("_jetpack_newsletter_access", "paid_subscribers"),
        ("_members_access_role", "subscriber"),
        ("_wpmem_block", "1"),
        ("rcp_subscription_level", "any"),
        ("pms-content-restrict-user-status", "loggedin"),
        (
            "um_content_restriction",
            'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";s:1:"2";}',
        ),
        (
            "um_content_restriction",
            'a:2:{s:26:"_um_custom_access_settings";s:1:"1";s:14:"_um_accessible";i:2;}',
        ),
    ],
)
def test_a_post_that_was_for_members_stays_theirs(read_one: Reads, field: tuple[str, str]) -> None:
    post = read_one(extra=meta(*field))
    assert (post.state, post.members_only) == (State.MEMBERS, True)
    assert read_one(extra=meta(*field), status="draft").members_only


@pytest.mark.parametrize(
    "field",
    [
        ("_jetpack_newsletter_access", "everybody"),
        ("rcp_user_level", "All"),
        ("_wpmem_block", "0"),
        (
            "um_content_restriction",
            'a:2:{s:26:"_um_custom_access_settings";b:0;s:14:"_um_accessible";s:1:"2";}',
        ),
        (
            "um_content_restriction",
            'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";s:1:"1";}',
        ),
    ],
)
def test_a_post_the_plug_in_left_open_is_public(read_one: Reads, field: tuple[str, str]) -> None:
    assert read_one(extra=meta(*field)).state is State.PUBLISHED


@pytest.mark.parametrize(
    "content",
    [
        f"<p>Open</p>{PAID}",
        "Open [restrict]Secret[/restrict]",
        'Open [membership level="1"]Secret\n\nwords[/membership]',
    ],
)
def test_a_post_with_parts_for_members_is_closed_whole_which_is_told(read_one: Reads, content: str) -> None:
    post = read_one(content)
    assert (post.state, post.members_only) == (State.MEMBERS, True)
    assert "Secret" in post.html
    assert "hidden" in {problem.kind for problem in post.problems}


@pytest.mark.parametrize(
    "content",
    [
        "Write [[restrict]]words[[/restrict]]",
        "<pre>[restrict]words[/restrict]</pre>",
        "The [private] opinion of a [member]",
        "[restrict][/restrict]",
    ],
)
def test_words_that_only_look_like_it_close_nothing(read_one: Reads, content: str) -> None:
    assert read_one(content).state is State.PUBLISHED


@pytest.mark.parametrize(
    "content",
    [
        "[private]" * 20_000,
        "<pre>" * 20_000 + "[/private]",
        "<code>x " * 60_000 + "[/private]",
        "[private][/private]" * 9_000,
    ],
)
def test_what_never_closes_takes_no_time(read_one: Reads, content: str) -> None:
    with patience():
        read_one(content)
