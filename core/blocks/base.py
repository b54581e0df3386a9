"""What all content blocks have in common."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.images.blocks import ImageBlock as WagtailImageBlock
from wagtail.images.blocks import ImageChooserBlock as WagtailImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock as WagtailSnippetChooserBlock

from core.article.links import validate_href
from core.article.references import load, wanted_by
from core.article.rendering import Rendering, current_rendering, rendering_in
from core.article.rich_text import ArticleRichText

# The groups of the block picker, in editors' words.
TEXT = _("Text")
MEDIA = _("Pictures and media")
NOTES = _("Notes and asides")
STRUCTURE = _("Lists and structure")
LINKS = _("Links and downloads")

#: What a piece of rich text may hold. The last two styles and the two smallest headings have no button: they are
#: kept where imported text has them.
_STYLES = ["code", "strikethrough", "superscript", "subscript", "mark", "kbd", "underline", "small"]
INLINE = ["bold", "italic", "link", *_STYLES]
PROSE = ["bold", "italic", "link", "document-link", "ol", "ul", *_STYLES]
FULL = ["h2", "h3", "h4", "h5", "h6", *PROSE]


class ContentBlock:
    """Mixin, first in the bases: a block shown by the template that carries its name.

    A child ``steps`` of a stream is rendered by ``blocks/steps.html``. The template gets ``value``; ``block_id``,
    the block's id in its stream or an empty string; ``rendering``, the article it is part of; and whatever the
    caller passed, ``page`` and ``request`` in an article.
    """

    name: str

    def get_template(self, value: Any = None, context: dict | None = None) -> str:
        return f"blocks/{self.name}.html"

    def layout_class(self, value: Any) -> str:
        """A class for the element around the block, where its place on the sheet depends on its value."""
        return ""

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)  # type: ignore[misc] # mixin
        # Taken out, so that blocks inside this one do not inherit its id.
        context["block_id"] = context.pop("id", None) or ""
        rendering = context["rendering"] = current_rendering()
        # Always there, so that templates can hand them on: a name that is missing would become a text.
        context.setdefault("request", rendering.request if rendering else None)
        context.setdefault("page", None)
        return context

    def render(self, value: Any, context: dict | None = None) -> str:
        """Render as part of the current article or, in previews and on its own, as an article of one block."""
        if current_rendering() is not None:
            return super().render(value, context=context)  # type: ignore[misc] # mixin
        raw = self.get_prep_value(value)  # type: ignore[attr-defined] # mixin
        wanted = wanted_by(self, raw)  # type: ignore[arg-type] # mixin
        with rendering_in(Rendering(load(wanted), wanted, heading_links=False)):
            return super().render(self.to_python(raw), context=context)  # type: ignore[misc] # mixin


class RichTextBlock(blocks.RichTextBlock):
    """Rich text whose links are looked up together with those of the whole article."""

    def to_python(self, value: str | None) -> ArticleRichText:
        return ArticleRichText(value)

    def normalize(self, value: Any) -> ArticleRichText:
        return ArticleRichText(super().normalize(value).source)

    def value_from_form(self, value: str) -> ArticleRichText:
        return ArticleRichText(_own_links(value))


def _own_links(html: str) -> str:
    """The text with links to its own sections as such: pasting makes them addresses within the admin."""
    forms = re.escape(reverse("wagtailadmin_home"))
    return re.sub(rf'href="(?:https?://[^/"]*)?{forms}[^"#]*(#[^"]+)"', r'href="\1"', html)


class _FromArticle:
    """Mixin for choosers: inside an article, take the chosen object from what the article has loaded."""

    def to_python(self, value: Any) -> Any:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Any) -> list[Any]:
        values = list(values)
        rendering = current_rendering()
        chosen = rendering.references.choices(self, values) if rendering else None  # type: ignore[arg-type] # mixin
        return super().bulk_to_python(values) if chosen is None else chosen  # type: ignore[misc] # mixin


class PageChooserBlock(_FromArticle, blocks.PageChooserBlock):
    """A page of this site; empty for visitors when not everybody may see that page."""


class DocumentChooserBlock(_FromArticle, WagtailDocumentChooserBlock):
    """An uploaded file."""


class SnippetChooserBlock(_FromArticle, WagtailSnippetChooserBlock):
    """An object managed under Snippets."""


class ImageChooserBlock(_FromArticle, WagtailImageChooserBlock):
    """An uploaded picture."""


class ImageBlock(WagtailImageBlock):
    """A picture with its description for this place; or marked as decoration."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = ImageChooserBlock(required=required, label=_("Picture"))
        chooser.set_name("image")
        self.child_blocks["image"] = chooser
        description = blocks.CharBlock(
            required=False,
            label=_("Alt text"),
            help_text=_("What the picture shows here, for people who cannot see it. One sentence is enough."),
        )
        description.set_name("alt_text")
        self.child_blocks["alt_text"] = description
        decorative = blocks.BooleanBlock(
            required=False,
            default=False,
            label=_("Decorative"),
            help_text=_("Tick it only when the picture says nothing that the text does not."),
        )
        decorative.set_name("decorative")
        self.child_blocks["decorative"] = decorative

    class Meta:
        # In place of the first plain value, which is whether the picture is decorative: “No”.
        label_format = "{alt_text}"


class ChoiceBlock(blocks.ChoiceBlock):
    """A setting. Its label is no part of what readers search for."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return []


class SettingCharBlock(blocks.CharBlock):
    """A short technical value, such as a key or an address, that readers do not search for."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return []


class LinkAddressBlock(SettingCharBlock):
    """An address a thing leads to; optional, and checked like every address an editor types."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 2000)
        kwargs.setdefault("validators", [validate_href])
        super().__init__(**kwargs)


class AtLeastTwoBlock(blocks.ListBlock):
    """A list that needs two items, and starts with two: one alone would be called wrong before it is filled in."""

    def __init__(self, child: blocks.Block, **kwargs: Any) -> None:
        kwargs.setdefault("default", [child.get_default(), child.get_default()])
        super().__init__(child, min_num=2, **kwargs)


def first_picture() -> Any:
    """The newest picture of the site, for previews in the block picker; None on a site without pictures."""
    from wagtail.images import get_image_model

    image = get_image_model().objects.order_by("-pk").first()
    if image is not None:
        image.contextual_alt_text = image.default_alt_text
        image.decorative = False
    return image
