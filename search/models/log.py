"""What was searched for, day by day. Nothing here can be led back to a person or a visit."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from search.wording import KEPT_LENGTH

#: Days the log is kept unless a site says otherwise.
LOG_DAYS = 180


class LoggedSearch(models.Model):
    """How often one query was searched for on one day, and what came of it."""

    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    language = models.CharField(max_length=100, blank=True)
    #: As ``search.wording.kept_form`` writes it.
    query = models.CharField(max_length=KEPT_LENGTH)
    searches = models.PositiveIntegerField(default=0)
    #: Pages found the last time; None while the query was only seen by results chosen from suggestions.
    results = models.PositiveIntegerField(null=True)
    #: How many of the searches found nothing.
    fruitless = models.PositiveIntegerField(default=0)
    #: What was searched for instead the last time, if the query was corrected.
    corrected_to = models.CharField(max_length=KEPT_LENGTH, blank=True)
    #: How many of the searches led to a result that was opened, and the sum of the places where these stood.
    opened = models.PositiveIntegerField(default=0)
    places = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("logged search")
        verbose_name_plural = _("logged searches")
        constraints = [
            models.UniqueConstraint(fields=["site", "day", "query", "language"], name="search_log_once_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="search_log_day")]

    def __str__(self) -> str:
        return self.query


class OpenedResult(models.Model):
    """How often a page was opened from the results of one query on one day."""

    search = models.ForeignKey(LoggedSearch, on_delete=models.CASCADE, related_name="opened_results")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    times = models.PositiveIntegerField(default=0)
    places = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["search", "page"], name="search_opened_once")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.times}"


@register_setting(icon="search")
class SearchSettings(BaseSiteSetting):
    """How long the log of searches is kept."""

    log_days = models.PositiveSmallIntegerField(
        _("days searches are kept"),
        default=LOG_DAYS,
        validators=[MaxValueValidator(1100)],
        help_text=_(
            "What readers search for is counted by day, without anything about the reader. Days longer ago are "
            "deleted, at once when you make this number smaller. 0 deletes everything and counts nothing."
        ),
    )

    panels = [FieldPanel("log_days")]

    class Meta:
        verbose_name = _("search log")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and forget at once what is to be kept no longer."""
        from search.log.retention import forget

        super().save(*args, **kwargs)
        forget()
