"""Notes at the end."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError

from core.article.footnotes import REFERENCE, Footnote
from core.article.rendering import current_rendering
from core.article.rich_text import ArticleRichText
from core.blocks.base import NOTES, PROSE, ContentBlock, RichTextBlock, SettingCharBlock


class ShownNote(NamedTuple):
    """A note with its number and the places that refer to it."""

    footnote: Footnote
    text: ArticleRichText


class FootnoteBlock(blocks.StructBlock):
    """One note."""

    key = SettingCharBlock(
        label=_("Key"),
        max_length=40,
        help_text=_("A short word. Write [^word] in the text where the number should stand."),
    )
    text = RichTextBlock(label=_("Note"), features=PROSE)

    class Meta:
        icon = "superscript"
        label = _("Footnote")
        label_format = "{key}"

    def clean(self, value: Any) -> Any:
        """Return the cleaned note; raise when its key cannot be written in a text."""
        value = super().clean(value)
        key = (value.get("key") or "").strip().removeprefix("[^").removesuffix("]")
        if key and not REFERENCE.fullmatch(f"[^{key}]"):
            error = ValidationError(_("A key is one word without spaces or brackets, such as “miller-2024”."))
            raise StructBlockValidationError(block_errors={"key": error})
        value["key"] = key
        return value


class FootnotesBlock(ContentBlock, blocks.StructBlock):
    """The notes the text refers to, in the order it does."""

    notes = blocks.ListBlock(FootnoteBlock(), label=_("Footnotes"))

    class Meta:
        icon = "superscript"
        group = NOTES
        label = _("Footnotes")
        description = _("Notes below the post. Write [^word] in any text to refer to the note with that key.")
        preview_value = {
            "notes": [
                {"key": "press", "text": "The press stood in Mainz until 1462."},
                {"key": "ink", "text": "Lamp black and linseed oil."},
            ]
        }

    def clean(self, value: Any) -> Any:
        """Return the cleaned notes; raise when two have the same key."""
        value = super().clean(value)
        keys = [note["key"] for note in value["notes"]]
        twice = sorted({key for key in keys if key and keys.count(key) > 1})
        if twice:
            error = ValidationError(
                _("Two notes have the key “%(key)s”. Change one."), params={"key": twice[0]}
            )
            raise StructBlockValidationError(block_errors={"notes": error})
        return value

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)
        rendering = current_rendering()
        if rendering:
            shown = [
                ShownNote(rendering.footnotes.note(note["key"]), note["text"]) for note in value["notes"]
            ]
            context["notes"] = sorted(shown, key=lambda note: note.footnote.number)
        return context
