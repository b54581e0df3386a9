"""Blocks that show posts, and the body of a post."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.post_blocks import EXTRA, cards_by_block
from core.article.rendering import current_rendering
from core.blocks import ArticleBody, ContentBlock


class PostsBlock(ContentBlock, blocks.StructBlock):
    """Latest, featured or hand-picked posts.

    The page that renders a body loads the cards of all its 'posts' blocks together and leaves them in the
    article's extras (``blog.post_blocks``); only a block on its own, as in a preview, fetches for itself.
    """

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    source = blocks.ChoiceBlock(
        label=_("Which posts"),
        choices=[
            ("latest", _("The latest")),
            ("featured", _("The featured")),
            ("picked", _("Those chosen below")),
        ],
        default="latest",
    )
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)
    tag = blocks.CharBlock(
        label=_("Only with the tag"),
        required=False,
        max_length=100,
        help_text=_("The tag's slug. Empty: any tag."),
    )
    posts = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="blog.BlogPage", label=_("Post")),
        label=_("Chosen posts"),
        required=False,
        default=[],
    )

    class Meta:
        icon = "list-ul"
        label = _("Posts")
        group = _("Posts")
        description = _("A few posts as cards: the latest, the featured, or those you choose.")
        preview_value = {"heading": _("Latest posts"), "source": "latest", "count": 3, "tag": "", "posts": []}

    def bulk_to_python(self, values):
        """In a rendered article the chosen posts come from the cards, so they are not loaded twice."""
        if current_rendering() is not None:
            values = [{**value, "posts": []} for value in values]
        return super().bulk_to_python(values)

    def clean(self, value):
        """Return the cleaned value; raise when posts are to be chosen and none is."""
        value = super().clean(value)
        if value["source"] == "picked" and not value["posts"]:
            message = ValidationError(_("Choose at least one post, or show the latest ones instead."))
            raise blocks.StructBlockValidationError(block_errors={"source": message})
        return value

    def get_context(self, value, parent_context=None):
        """The cards this block shows, and the heading level that fits its place."""
        context = super().get_context(value, parent_context=parent_context)
        rendering = context["rendering"]
        cards = rendering.extras.get(EXTRA, {}) if rendering else {}
        key = context["block_id"]
        context["posts"] = cards[key] if key in cards else self._own_cards(value, context.get("request"))
        return context

    def _own_cards(self, value, request):
        raw = [{"type": "posts", "id": "", "value": self.get_prep_value(value)}]
        return cards_by_block(raw, request)[""]


class PostBody(ArticleBody):
    """What an editor may put into a post."""

    posts = PostsBlock()
