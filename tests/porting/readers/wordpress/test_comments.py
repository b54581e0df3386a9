"""What plug-ins keep among the comments is not public because it is approved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.document import CommentState, SourcePost

from .conftest import comment

ReadOne = Callable[..., SourcePost]


@pytest.mark.parametrize("kind", ["", "comment", "review", "pingback", "webmention", "social-twitter"])
def test_approved_comments_of_known_kinds_are_public(read_one: ReadOne, kind: str) -> None:
    post = read_one(extra=comment("1", type=kind))
    assert [found.state for found in post.comments] == [CommentState.APPROVED]
    assert not post.problems


@pytest.mark.parametrize("approved", ["1", "approved"])
def test_approved_comments_of_an_unknown_kind_wait_for_moderation(read_one: ReadOne, approved: str) -> None:
    post = read_one(extra=comment("1", type="course_progress", approved=approved) + comment("2"))
    assert [found.state for found in post.comments] == [CommentState.PENDING, CommentState.APPROVED]
    told = [problem.detail for problem in post.problems if problem.kind == "comments"]
    assert len(told) == 1
    assert "course_progress" in told[0]


def test_what_is_not_public_anyway_is_not_told(read_one: ReadOne) -> None:
    post = read_one(extra=comment("1", type="course_progress", approved="spam") + comment("2", type="note"))
    assert not post.problems
