"""The read model of every public list: one row for each list a public post stands in.

Wagtail keeps ``live`` in one table and our date in another, so no database can walk a list in order
without reading most of it. These rows can be counted, paged and searched by index alone, which keeps
a listing's cost the same at a thousand and at twenty thousand posts.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ListKind(models.TextChoices):
    """What a list is of; the key says which one."""

    ALL = "all", _("All posts")
    FEATURED = "featured", _("Featured posts")
    TAG = "tag", _("Posts with a tag")
    CATEGORY = "category", _("Posts of a category")
    AUTHOR = "author", _("Posts by an author")
    SERIES = "series", _("Posts of a series")
    MONTH = "month", _("Posts of a month")


class ListedPost(models.Model):
    """A public post's place in one list of one blog."""

    blog = models.ForeignKey("blog.BlogIndexPage", on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=ListKind.choices)
    key = models.BigIntegerField(
        default=0, help_text="Id of the tag, category, author or series; year * 100 + month."
    )
    position = models.IntegerField(default=0, help_text="Place within a series.")
    date = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    post = models.ForeignKey("blog.BlogPage", on_delete=models.CASCADE, related_name="listed_in")

    class Meta:
        verbose_name = _("listed post")
        verbose_name_plural = _("listed posts")
        constraints = [
            models.UniqueConstraint(fields=["post", "kind", "key"], name="a_post_once_in_a_list"),
        ]
        indexes = [
            # Covers counting and paging one blog's list without touching any table.
            models.Index(
                fields=["blog", "kind", "key", "-date", "-post", "expires_at"], name="listed_in_blog"
            ),
            # The same over all blogs, for the home page and blocks.
            models.Index(fields=["kind", "key", "-date", "-post", "expires_at"], name="listed_anywhere"),
            # Finds the few that have expired since anybody swept.
            models.Index(
                fields=["expires_at", "blog", "kind", "key", "date"],
                condition=models.Q(expires_at__isnull=False),
                name="listed_expiring",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.post_id}"


class ListedCount(models.Model):
    """How many rows one list has, so that indexes of tags or months need not count them."""

    blog = models.ForeignKey("blog.BlogIndexPage", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=ListKind.choices)
    key = models.BigIntegerField(default=0)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("size of a list")
        verbose_name_plural = _("sizes of lists")
        constraints = [
            models.UniqueConstraint(fields=["blog", "kind", "key"], name="one_count_a_list"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.count}"
