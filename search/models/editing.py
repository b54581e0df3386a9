"""What editors tell the search: words that mean the same, and results that come first."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from search.wording import lines


def new_stamp() -> int:
    """A number no other version of a row has, by which a changed table is told apart."""
    return secrets.randbits(31)


class StampedRows(models.QuerySet):
    """Rows that are changed together, such as when their order is, get a new stamp as well."""

    def update(self, **changes: Any) -> int:
        """Change these rows and their stamps."""
        return super().update(**{"stamp": new_stamp(), **changes})


class Stamped(models.Model):
    """A row of a small table that processes keep in memory (``search/remembered.py``)."""

    stamp = models.BigIntegerField(default=new_stamp, editable=False)

    objects = StampedRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save under a new stamp."""
        self.stamp = new_stamp()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "stamp"}
        super().save(*args, **kwargs)


class Synonyms(Stamped):
    """Words that mean the same, or one that stands for others."""

    class Ways(models.TextChoices):
        """Which of the words finds which."""

        BOTH = "both", _("All mean the same: a search for one finds the others, too")
        ONE = "one", _("One way: a search for the first finds the others, too, but not the reverse")

    words = models.TextField(
        _("words"), help_text=_("One in each line, such as “PWA” and “progressive web app”.")
    )
    ways = models.CharField(_("how they belong together"), max_length=4, choices=Ways, default=Ways.BOTH)
    language = models.CharField(
        _("language"), max_length=100, blank=True, help_text=_("Leave empty for every language.")
    )
    changed = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        between = " = " if self.ways == self.Ways.BOTH else " → "
        first, *others = self.listed or [""]
        return between.join([first, ", ".join(others)]) if others else first

    @property
    def listed(self) -> list[str]:
        """The words as they were written, one by one."""
        return lines(self.words)

    @property
    def finding(self) -> list[str]:
        """Those that find the others."""
        return self.listed if self.ways == self.Ways.BOTH else self.listed[:1]


class Promotion(Orderable, Stamped):
    """A page, or an address elsewhere, that comes first for certain searches."""

    searches = models.TextField(
        _("searches"),
        help_text=_(
            "One in each line, as readers type them. Capitals, accents and spaces make no difference."
        ),
    )
    begins = models.BooleanField(
        _("also for longer searches that begin like this"),
        default=False,
        help_text=_("Then “contact” counts for “contact form”, too."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Readers who may not open it are not shown it."),
    )
    url = models.CharField(
        _("address elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("Instead of a page, such as https://example.org/."),
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("Leave empty to use the title of the page.")
    )
    description = models.TextField(
        _("description"),
        blank=True,
        validators=[MaxLengthValidator(300)],
        help_text=_("One or two sentences below the title. Leave empty to use the page's own."),
    )
    first_day = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: from now on."))
    last_day = models.DateField(
        _("until"), null=True, blank=True, help_text=_("Including this day. Empty: for good.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self) -> str:
        return self.title or (self.page.title if self.page else self.url)

    @property
    def listed(self) -> list[str]:
        """The searches as they were written, one by one."""
        return lines(self.searches)
