"""Blocks that show posts, and the body of a post."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import ArticleBody


class PostsBlock(blocks.StructBlock):
    """Latest, featured or hand-picked posts."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    source = blocks.ChoiceBlock(
        label=_("Which posts"),
        choices=[("latest", _("The latest")), ("featured", _("The featured")), ("picked", _("Those chosen below"))],
        default="latest",
    )
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)
    tag = blocks.CharBlock(
        label=_("Only with the tag"), required=False, max_length=100, help_text=_("The tag's slug. Empty: any tag.")
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
        group = _("Posts and pages")
        description = _("A few posts as cards: the latest, the featured, or those you choose.")


class PostBody(ArticleBody):
    """What an editor may put into a post."""

    posts = PostsBlock()
