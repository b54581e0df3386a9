"""Inputs of the admin that are our own."""

from __future__ import annotations

import json

from django.forms import Media, Select, TextInput
from django.utils.translation import gettext as _
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import SelectAdapter


class AccentInput(TextInput):
    """The browser's own colour picker; a script says how well the colour can be read while it is being chosen."""

    input_type = "color"

    def build_attrs(self, base_attrs: dict, extra_attrs: dict | None = None) -> dict:
        """The attributes, with the grounds the colour stands on and the words the script needs."""
        from core.accent import ENOUGH
        from core.theme import DARK_GROUND, LIGHT_GROUND  # it reads the settings this input is for

        measured = {
            "grounds": {_("on light pages"): LIGHT_GROUND, _("on dark pages"): DARK_GROUND},
            "enough": ENOUGH,
            "good": _("well readable"),
            "adjusted": _("too faint for text, so readers see a stronger tone of it"),
        }
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {**attrs, "data-accent": json.dumps(measured)}

    @property
    def media(self) -> Media:
        """The script that measures."""
        return Media(js=["admin/accent_input.js"])


class LanguageSelect(Select):
    """A list to choose from that keeps a stored value it does not know, and offers it as one more choice."""

    @property
    def media(self) -> Media:
        """The script that adds the choice."""
        return Media(js=["admin/language_select.js"])


class LanguageSelectAdapter(SelectAdapter):
    """How the form tells the browser about it."""

    js_constructor = "colophon.LanguageSelect"


register(LanguageSelectAdapter(), LanguageSelect)
