"""What the admin asks of a post beyond what its fields ask."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.page_forms import DatedPageForm


class PostForm(DatedPageForm):
    """A draft may be as unfinished as it likes; what is published has a cover everybody can follow."""

    def clean(self) -> dict[str, Any]:
        """Ask for the cover's alternative text when the post is published or submitted for review."""
        cleaned = super().clean()
        if not self.is_deferred_validation and cover_needs_alt(cleaned):
            message = _(
                "Say what the cover shows, or tick “decorative”. "
                "The picture's own description would do as well."
            )
            self.add_error("cover_alt", message)
        return cleaned


def cover_needs_alt(cleaned: dict[str, Any]) -> bool:
    """Whether there is a cover that nobody described or called decorative."""
    cover = cleaned.get("cover")
    described = cleaned.get("cover_alt") or cleaned.get("cover_decorative")
    return bool(cover and not described and not cover.description)
