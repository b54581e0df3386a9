"""Changes of who may see what, each in one transaction with all that follows from it.

Wagtail writes a restriction, or where a page stands, and tells of it only after that is done. Should what listens then
fail, or the process end, the page would be closed and go on standing in public lists.
"""

from django.db import transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import PageViewRestriction

_CHANGES = ((PageViewRestriction, "save"), (PageViewRestriction, "delete"), (MovePageAction, "_move_page"))


def connect() -> None:
    """Put Wagtail's steps into transactions. Called once, when the app is ready."""
    for owner, name in _CHANGES:
        setattr(owner, name, transaction.atomic(getattr(owner, name)))
