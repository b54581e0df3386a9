"""The form a post is written in: four tabs, the writing first."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from blog.forms import PostForm

MOST_RELATED = 4


class WhenFilledPanel(FieldPanel):
    """A field that only imports fill: not shown where it is empty."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The field of one page."""

        def is_shown(self) -> bool:
            return super().is_shown() and bool(getattr(self.instance, self.field_name))


write_panels = [
    TitleFieldPanel("title", placeholder=_("Title of the post")),
    FieldPanel("summary"),
    MultiFieldPanel(
        [
            FieldPanel("cover"),
            FieldPanel("cover_alt"),
            FieldPanel("cover_decorative"),
            WhenFilledPanel("cover_elsewhere"),
        ],
        heading=_("Cover"),
        help_text=_("The picture above the post and on its card. Leave it empty for a post without one."),
    ),
    FieldPanel("body"),
]
detail_panels = [
    MultipleChooserPanel(
        "post_authors",
        chooser_field_name="author",
        heading=_("Authors"),
        label=_("Author"),
        help_text=_("The names above the post, in this order. Drag to reorder."),
    ),
    MultipleChooserPanel(
        "post_categories",
        chooser_field_name="category",
        heading=_("Categories"),
        label=_("Category"),
        help_text=_("The part of the blog the post belongs to: one is usual, the first counts most."),
    ),
    FieldPanel(
        "tags",
        help_text=_(
            "What the post is about: two to five. Type a few letters to find a tag that exists already."
        ),
    ),
    MultiFieldPanel(
        [FieldPanel("series"), FieldPanel("series_position")],
        heading=_("Series"),
        help_text=_("For posts that are read in order, such as “Part 2 of 4”."),
    ),
    MultipleChooserPanel(
        "related_links",
        chooser_field_name="post",
        heading=_("Related posts"),
        label=_("Post"),
        max_num=MOST_RELATED,
        help_text=_(
            "Shown below the post. Leave it empty: posts of the series and with the same tags are found."
        ),
    ),
]
sharing_panels = [
    FieldPanel(
        "slug",
        # Wagtail makes one from the title, so a draft without it can be kept.
        required_on_save=False,
        help_text=_(
            "The last part of the post's address. Change it later and the old address still leads here."
        ),
    ),
    MultiFieldPanel(
        [
            FieldPanel(
                "seo_title", help_text=_("The headline search engines show. Empty: the post's title.")
            ),
            FieldPanel(
                "search_description", help_text=_("The text below that headline. Empty: the summary.")
            ),
        ],
        heading=_("Search engines"),
    ),
    FieldPanel("social_image"),
    FieldPanel("canonical_url"),
]
settings_panels = [
    MultiFieldPanel(
        [
            FieldPanel("date"),
            FieldPanel(
                "minor_change",
                help_text=_(
                    "Tick it when you only mend a typo or the like: readers then see no new “updated” date. "
                    "Publishing unticks it again."
                ),
            ),
        ],
        heading=_("Dates"),
    ),
    MultiFieldPanel([FieldPanel("featured"), FieldPanel("unlisted")], heading=_("Where it is shown")),
    # Schedule, and the place comments on fields are kept in; both are shown beside the form.
    *Page.settings_panels,
]


def post_edit_handler() -> TabbedInterface:
    """The edit form of a post."""
    return TabbedInterface(
        [
            ObjectList(write_panels, heading=_("Write")),
            ObjectList(detail_panels, heading=_("Details")),
            ObjectList(sharing_panels, heading=_("Search and sharing")),
            ObjectList(settings_panels, heading=_("Settings")),
        ],
        base_form_class=PostForm,
    )
