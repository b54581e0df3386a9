"""Asking who may read a page, in one query."""

from django.db.models import Q, QuerySet
from wagtail.models import PageViewRestriction


class OneQueryAccessMixin:
    """For page classes: finds the restrictions of a page and everything above it in one query, not two."""

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions on this page or a page above it; an alias obeys those of its source as well."""
        if self.alias_of_id:  # type: ignore[attr-defined] # a page
            return super().get_view_restrictions()  # type: ignore[misc] # a page
        path, step = self.path, self.steplen  # type: ignore[attr-defined] # a page
        paths = [path[:length] for length in range(step, len(path) + 1, step)]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths)
        ).distinct()
