"""A pause."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.base import TEXT, ContentBlock


class DividerBlock(ContentBlock, blocks.StaticBlock):
    """Marks a change of scene."""

    class Meta:
        icon = "minus"
        group = TEXT
        label = _("Divider")
        description = _("A small mark between two parts of a post.")
        admin_text = _("A small mark between two parts. Nothing to fill in.")
        preview_value = None

    def get_searchable_content(self, value: Any) -> list[str]:
        """A divider has no words."""
        return []
