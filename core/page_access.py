"""What every page asks before it is read: whether its time is over, and who may read it."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.models import PageViewRestriction


class PublicPageMixin:
    """For page classes, as their first base: the rule of ``core.visibility`` for the page that is opened."""

    def route(self, request: HttpRequest, path_components: list[str]):
        """Serve nothing once the expiry has passed, even before the expired pages are swept."""
        expires_at = self.expire_at  # type: ignore[attr-defined] # a page
        if expires_at and expires_at <= timezone.now():
            raise Http404
        return super().route(request, path_components)  # type: ignore[misc] # a page

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions on this page or a page above it, in one query and not two.

        An alias obeys those of the page it mirrors.
        """
        if self.alias_of_id:  # type: ignore[attr-defined] # a page
            return super().get_view_restrictions()  # type: ignore[misc] # a page
        path, step = self.path, self.steplen  # type: ignore[attr-defined] # a page
        paths = [path[:length] for length in range(step, len(path) + 1, step)]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths)
        ).distinct()
