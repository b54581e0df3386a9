"""Who may find what: the values of ``Document.access`` a viewer satisfies.

The index says under which restrictions each page is; here each of them is asked as Wagtail asks it when the page
is opened. A restriction that is gone, or any that nobody knows, is satisfied by nobody but superusers.
"""

from wagtail.models import PageViewRestriction

from search.models import Document
from search.statements import rows, table
from search.viewer import Viewer

#: Where Wagtail notes in the session which restrictions' passwords were given.
SESSION_KEY = PageViewRestriction.passed_view_restrictions_session_key


def allowed_access(viewer: Viewer) -> tuple[str, ...]:
    """All values of ``Document.access`` this viewer may find, first the empty one of pages open to everybody.

    One query on a site where nothing is private, at most four elsewhere.
    """
    private = f"SELECT DISTINCT access FROM {table(Document)} WHERE access > '' ORDER BY access"  # noqa: S608 - a name of ours
    values = [value for (value,) in rows(private)]
    if not values or getattr(viewer.user, "is_superuser", False):
        return ("", *values)
    asked = {int(pk) for value in values for pk in value.split()}
    satisfied = _satisfied(asked, viewer)
    return ("", *(value for value in values if all(int(pk) in satisfied for pk in value.split())))


def _satisfied(ids: set[int], viewer: Viewer) -> set[int]:
    user = viewer.user
    signed_in = bool(user and user.is_authenticated)
    groups = set(user.groups.values_list("pk", flat=True)) if signed_in else set()
    restrictions = PageViewRestriction.objects.filter(pk__in=ids).prefetch_related("groups")
    return {one.pk for one in restrictions if _lets_in(one, viewer, signed_in, groups)}


def _lets_in(restriction: PageViewRestriction, viewer: Viewer, signed_in: bool, groups: set[int]) -> bool:
    kind = restriction.restriction_type
    if kind == PageViewRestriction.PASSWORD:
        return restriction.pk in viewer.passed
    if kind == PageViewRestriction.LOGIN:
        return signed_in
    if kind == PageViewRestriction.GROUPS:
        return any(group.pk in groups for group in restriction.groups.all())
    return False
