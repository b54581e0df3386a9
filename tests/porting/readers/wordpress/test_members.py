"""What only members could read does not become public."""

from __future__ import annotations

import pytest

from porting.document import State
from tests.patience import patience

from .conftest import AUTHORS, Reads, item, meta, term, wxr

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


def test_a_private_post_does_not_become_one_for_all_members(read_one: Reads) -> None:
    field = meta("_members_access_role", "editor")
    assert read_one(extra=field, status="private").state is State.PRIVATE
    assert (
        read_one(extra=field + meta("_colophon", '{"unlisted":true}'), status="private").state
        is State.PRIVATE
    )


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


@pytest.mark.parametrize(
    ("kind", "content", "closed"),
    [
        ("single_post", "2", {"2"}),
        ("single_page", "2", set()),
        ("all_post", "2", {"1"}),
        ("all", "", {"1", "2", "3"}),
        ("category", "paid", {"2"}),
        ("category", "77", {"2"}),
        ("category", "", set()),
        ("parent_page", "1", set()),
        ("custom", "/x/", set()),
        ("all_tax_genre||cpt_post", "", set()),
    ],
)
def test_rules_that_stand_beside_the_posts_close_them(
    read: Reads, kind: str, content: str, closed: set[str]
) -> None:
    fields = meta("_mepr_rules_type", kind) + meta("_mepr_rules_content", content)
    rule = item("", post_id="9", post_type="memberpressrule", title="The rule", extra=fields)
    paid = item(post_id="2", extra=term("category", "paid", "Paid"))
    known = "<wp:category><wp:term_id>77</wp:term_id><wp:category_nicename>paid</wp:category_nicename></wp:category>"
    blog = read(wxr(item(), paid, item(post_id="3", post_type="page"), rule, top=AUTHORS + known))
    assert {post.source_id for post in blog.posts if post.state is State.MEMBERS} == closed
    assert {post.source_id for post in blog.posts if post.members_only} == closed
    assert [problem.kind for problem in blog.problems] == (
        ["hidden"] if kind.startswith(("custom", "all_tax")) else []
    )


def test_a_rule_that_is_no_longer_in_force_closes_nothing(read: Reads) -> None:
    fields = meta("_mepr_rules_type", "all")
    blog = read(wxr(item(), item("", post_id="9", post_type="memberpressrule", status="trash", extra=fields)))
    assert blog.posts[0].state is State.PUBLISHED


def test_a_rule_about_a_page_closes_all_that_is_below_it(read: Reads) -> None:
    fields = meta("_mepr_rules_type", "parent_page") + meta("_mepr_rules_content", "1")
    rule = item("", post_id="9", post_type="memberpressrule", extra=fields)
    below = [item(post_id=str(number), post_type="page", post_parent=str(number - 1)) for number in (2, 3)]
    blog = read(wxr(item(post_id="1", post_type="page"), *below, rule))
    assert {post.source_id for post in blog.posts if post.state is State.MEMBERS} == {"2", "3"}
    assert blog.problems == []


def test_a_block_for_some_roles_closes_the_post(read_one: Reads) -> None:
    rule = '{"blockVisibility":{"controlSets":[{"controls":{"userRole":{"visibilityByRole":"%s"}}}]}}'
    part = f"<!-- wp:paragraph {rule} --><p>Secret</p><!-- /wp:paragraph -->"
    assert read_one(part % "logged-in").state is State.MEMBERS
    assert read_one(part % "user-role").state is State.MEMBERS
    assert read_one(part % "public").state is State.PUBLISHED
