"""Questions and answers."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue

from core.article.plain_text import rich_text_words
from core.article.walk import list_items, stored
from core.blocks.base import PROSE, STRUCTURE, ContentBlock, RichTextBlock


class Answer(NamedTuple):
    """A question with its answer in plain words."""

    question: str
    answer: str


class QuestionBlock(blocks.StructBlock):
    """One question."""

    question = blocks.CharBlock(label=_("Question"), max_length=250)
    answer = RichTextBlock(label=_("Answer"), features=PROSE)

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class FaqBlock(ContentBlock, blocks.StructBlock):
    """Questions that open to show their answers; search engines are told about them too."""

    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        group = STRUCTURE
        label = _("Questions and answers")
        description = _("Questions that open when clicked. Search engines may show them in their results.")
        preview_value = {
            "items": [
                {
                    "question": _("Can I change a post later?"),
                    "answer": "<p>Yes. Edit it and publish again.</p>",
                },
                {"question": _("Does the address change?"), "answer": "<p>No, unless you change it.</p>"},
            ]
        }


def faq_items(stream: StreamValue) -> list[Answer]:
    """All questions of a body with their answers in plain words, for structured data. No query."""
    items = [
        item
        for child in stored(stream)
        if child["type"] == "faq"
        for item in list_items(child["value"].get("items") or [])
    ]
    answers = (Answer(_words(item, "question"), rich_text_words(item.get("answer") or "")) for item in items)
    return [answer for answer in answers if answer.question and answer.answer]


def _words(item: dict[str, Any], name: str) -> str:
    return str(item.get(name) or "").strip()
