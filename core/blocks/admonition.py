"""Notes, tips and warnings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue

from core.blocks.base import NOTES, ChoiceBlock, ContentBlock
from core.blocks.flow import BEGINNING
from core.blocks.list import NoteFlow

KINDS = [
    ("note", _("Note")),
    ("tip", _("Tip")),
    ("info", _("Info")),
    ("warning", _("Warning")),
    ("danger", _("Danger")),
]


class AdmonitionValue(StructValue):
    """A note as the template shows it."""

    @property
    def heading(self) -> str:
        """The note's own title or the name of its kind."""
        return self.get("title") or str(dict(KINDS).get(self.get("kind"), ""))


class AdmonitionBlock(ContentBlock, blocks.StructBlock):
    """Text set apart from the running text."""

    kind = ChoiceBlock(label=_("Kind"), choices=KINDS, default="note")
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=_("Leave empty to use the kind, such as “Tip”."),
    )
    body = NoteFlow(label=_("Text"), default=BEGINNING)

    class Meta:
        icon = "info-circle"
        group = NOTES
        label = _("Note, tip or warning")
        description = _("A coloured box for what must not be missed: a note, a tip, a warning.")
        value_class = AdmonitionValue
        label_format = "{title} {kind}"
        preview_value = {
            "kind": "tip",
            "title": "",
            "body": [
                ("paragraph", "<p>Read the sentence aloud. If you run out of breath, cut it in two.</p>")
            ],
        }
