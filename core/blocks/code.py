"""Source code and terminal sessions."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructBlockValidationError, StructValue

from core.admin_widgets import LanguageSelect
from core.article.highlighting import LANGUAGES, coloured_lines, parse_lines
from core.blocks.base import TEXT, ChoiceBlock, ContentBlock, SettingCharBlock

MAX_CHARACTERS = 100_000


#: How a language may be called. Whatever is not in the list keeps its name, and its colours if there are any.
LANGUAGE = re.compile(r"[\w+#.-]{1,40}")
#: Where a long file name may break: between folders, words and the ending.
PARTS = re.compile(r"(?<=[/\\_-])(?=\w)|(?<=\w)(?=\.\w)")


class Line(NamedTuple):
    """One line as it is shown."""

    html: SafeString
    highlighted: bool


class CodeValue(StructValue):
    """A listing as the template shows it."""

    @cached_property
    def lines(self) -> list[Line]:
        """The coloured lines; those the editor picked out are marked."""
        picked = self._picked()
        lines = coloured_lines(self.get("code") or "", self.get("language") or "text")
        return [Line(html, number in picked) for number, html in enumerate(lines, start=1)]

    @property
    def title_html(self) -> SafeString:
        """The title, which may break after a slash or before an ending where it would break in mid-word."""
        return format_html_join(
            mark_safe("<wbr>"), "{}", ((part,) for part in PARTS.split(self.get("title") or ""))
        )

    @property
    def language_name(self) -> str:
        """The language in words, empty for plain text."""
        language = self.get("language") or "text"
        return "" if language == "text" else str(dict(LANGUAGES).get(language, language))

    @property
    def language_label(self) -> str:
        """The language in words; empty when the title is just that."""
        name = self.language_name
        return "" if name.casefold() == (self.get("title") or "").casefold() else name

    @property
    def language_class(self) -> str:
        """The name other programs know the language by; empty when there is none."""
        language = self.get("language") or ""
        return f"language-{language}" if LANGUAGE.fullmatch(language) else ""

    @property
    def name(self) -> str:
        """What the listing is called: its title or its language."""
        return self.get("title") or self.language_name or str(_("Code"))

    def _picked(self) -> frozenset[int]:
        try:
            return parse_lines(self.get("highlight_lines") or "")
        except ValidationError:
            # Imported or older content: a listing without marks is better than a broken page.
            return frozenset()


class LanguageField(forms.ChoiceField):
    """One of the languages in the list, or the name of any other."""

    def valid_value(self, value: str) -> bool:
        """Whether a listing may be in this language."""
        return super().valid_value(value) or bool(LANGUAGE.fullmatch(str(value)))


class LanguageBlock(ChoiceBlock):
    """The language of a listing."""

    def get_field(self, **kwargs: Any) -> LanguageField:
        return LanguageField(**{**kwargs, "widget": LanguageSelect()})


class ListingBlock(blocks.TextBlock):
    """A text area that keeps the spaces the first line starts with."""

    @cached_property
    def field(self) -> Any:
        field = super().field
        field.strip = False
        return field


class CodeBlock(ContentBlock, blocks.StructBlock):
    """A listing, coloured on the server, with a button that copies what is to be typed."""

    language = LanguageBlock(label=_("Language"), choices=LANGUAGES, default="text")
    title = blocks.CharBlock(
        label=_("Title or file name"), required=False, max_length=250, help_text=_("For example: settings.py")
    )
    code = ListingBlock(
        label=_("Code"),
        max_length=MAX_CHARACTERS,
        help_text=_(
            "In terminal sessions start each command with “$ ”: the copy button then takes the commands only."
        ),
    )
    highlight_lines = SettingCharBlock(
        label=_("Lines to highlight"), required=False, max_length=120, help_text=_("For example: 1,3-5")
    )
    line_numbers = blocks.BooleanBlock(label=_("Show line numbers"), required=False, default=False)

    class Meta:
        icon = "code"
        group = TEXT
        label = _("Code")
        description = _("Code or terminal commands, in colour, with a copy button.")
        value_class = CodeValue
        form_layout = BlockGroup(
            children=["language", "title", "code"], settings=["highlight_lines", "line_numbers"]
        )
        label_format = "{title} {language}"
        preview_value = {
            "language": "python",
            "title": "greeting.py",
            "code": 'def greet(name: str) -> str:\n    """Say hello."""\n    return f"Hello, {name}!"',
            "highlight_lines": "3",
            "line_numbers": True,
        }

    def clean(self, value: Any) -> Any:
        """Return the cleaned listing; raise when lines to highlight are misspelt or do not exist."""
        value = super().clean(value)
        try:
            picked = parse_lines(value.get("highlight_lines") or "")
        except ValidationError as error:
            raise StructBlockValidationError(block_errors={"highlight_lines": error}) from error
        count = len((value.get("code") or "").strip("\n").splitlines())
        if picked and max(picked) > count and not self.is_deferred_validation:
            error = ValidationError(
                ngettext(
                    "There is no line %(line)d: the code has %(count)d line.",
                    "There is no line %(line)d: the code has %(count)d lines.",
                    count,
                ),
                params={"line": max(picked), "count": count},
            )
            raise StructBlockValidationError(block_errors={"highlight_lines": error})
        return value
