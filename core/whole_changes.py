"""Changes of who may see what, each in one transaction with all that follows from it.

Wagtail writes a restriction, or where a page stands, and tells of it only after that is done. Should what listens then
fail, or the process end, the page would be closed and go on standing in public lists.
"""

from collections.abc import Callable

from django.db import connection, transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import PageViewRestriction

_CHANGES = ((PageViewRestriction, "save"), (PageViewRestriction, "delete"), (MovePageAction, "_move_page"))


def connect() -> None:
    """Put Wagtail's steps into transactions. Called once, when the app is ready."""
    for owner, name in _CHANGES:
        setattr(owner, name, transaction.atomic(getattr(owner, name)))


def now_and_committed(bring_up_to_date: Callable[[], None]) -> None:
    """Bring what follows from a change of other pages' places up to date, at once and when it is committed.

    Where writers do not wait for each other, a post published meanwhile knew nothing of it and was not found.
    """
    bring_up_to_date()
    if connection.features.has_select_for_update:
        transaction.on_commit(bring_up_to_date, robust=True)
