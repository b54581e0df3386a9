"""Tables."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError, StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from core.blocks.base import INLINE, STRUCTURE, ContentBlock, RichTextBlock

#: From five digits on: 2026 is as often a year as an amount.
FIRST_GROUPED = 10_000


class NumberBlock(blocks.FloatBlock):
    """A number, shown the way the reader's language writes it and without zeros nobody typed."""

    def render_basic(self, value: float | None, context: dict | None = None) -> str:
        if value is None:
            return ""
        number = int(value) if float(value).is_integer() else value
        return str(number_format(number, force_grouping=abs(number) >= FIRST_GROUPED))


class CellsBlock(TypedTableBlock):
    """The columns a table may have."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    rich_text = RichTextBlock(label=_("Text with links"), features=INLINE, required=False)
    number = NumberBlock(label=_("Number"), required=False)

    class Meta:
        label = _("Table")


def _has_words(cell: Any) -> bool:
    """Whether there is anything in a cell, be it the number 0."""
    text = getattr(cell, "source", cell)
    return text is not None and bool(strip_tags(str(text)).strip())


def _is_missing_a_heading(headings: list[str]) -> bool:
    """Whether one was forgotten. A table may have none at all, and the corner above row headings may be empty."""
    return any(headings) and not all(headings[1:])


class TableValue(StructValue):
    """A table as the template shows it."""

    @property
    def has_headings(self) -> bool:
        """Whether any column has a heading."""
        return any(str(column["heading"] or "").strip() for column in self["table"].columns)


class TableBlock(ContentBlock, blocks.StructBlock):
    """A table with a caption and headings of columns and rows, as far as it has them."""

    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=500, help_text=_("What the table shows, in one line.")
    )
    first_column_is_header = blocks.BooleanBlock(
        label=_("The first column names the rows"), required=False, default=False
    )
    table = CellsBlock()

    class Meta:
        icon = "table"
        group = STRUCTURE
        label = _("Table")
        description = _("Rows and columns with headings. On a phone it scrolls sideways.")
        value_class = TableValue
        label_format = "{caption}"

    def get_preview_value(self) -> Any:
        cells = {
            "columns": [
                {"type": "text", "heading": _("Paper")},
                {"type": "number", "heading": _("Weight (g/m²)")},
            ],
            "rows": [{"values": [_("Newsprint"), 45]}, {"values": [_("Book paper"), 90]}],
            "caption": "",
        }
        return self.normalize(
            {"caption": _("What pages are made of"), "first_column_is_header": True, "table": cells}
        )

    def clean(self, value: Any) -> Any:
        """Return the cleaned table without empty rows; raise when it has no column, or a heading was forgotten."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        # The form starts with an empty row; whoever adds rows below it easily overlooks it.
        value["table"].row_data = [
            row for row in value["table"].row_data if any(map(_has_words, row["values"]))
        ]
        columns = value["table"].columns
        if not columns or not value["table"].row_data:
            problem = _("Add at least one column and one row.")
        elif _is_missing_a_heading([str(column["heading"] or "").strip() for column in columns]):
            problem = _("A column has no heading. Give every column one, or leave all of them empty.")
        else:
            return value
        raise StructBlockValidationError(block_errors={"table": ValidationError(problem)})

    def get_searchable_content(self, value: Any) -> list[str]:
        """Caption, headings and cells; empty cells are left out."""
        content = [value["caption"], *self.child_blocks["table"].get_searchable_content(value["table"])]
        numbers = [
            str(cell)
            for row in value["table"].row_data
            for column, cell in zip(value["table"].columns, row["values"], strict=False)
            if column["block"].name == "number" and cell is not None
        ]
        return [str(text) for text in (*content, *numbers) if text]
