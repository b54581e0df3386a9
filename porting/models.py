"""What an import leaves behind: its runs, what it made of what, and old addresses that need a look at the query."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One import or analysis, from its start to its report. At most one is running."""

    class State(models.TextChoices):
        """How far it got."""

        WAITING = "waiting", _("waiting")
        ANALYSED = "analysed", _("analysed")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        INTERRUPTED = "interrupted", _("interrupted")

    source = models.CharField(_("source"), max_length=500)
    blog_key = models.CharField(max_length=200, blank=True)
    format = models.CharField(_("format"), max_length=40, blank=True)
    options = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.WAITING)
    step = models.CharField(_("step"), max_length=200, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("total"), default=0)
    started = models.DateTimeField(_("started"), auto_now_add=True)
    seen = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(_("finished"), null=True, blank=True)
    process = models.CharField(max_length=200, blank=True)
    report = models.JSONField(default=dict, blank=True)
    error = models.TextField(_("error"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="running"), name="porting_one_running"
            )
        ]

    def __str__(self) -> str:
        return self.source


class ImportedItem(models.Model):
    """A post or page of a source and the page it became. Goes with its page, so that it can be imported again."""

    class State(models.TextChoices):
        """Whether the page has its content already."""

        RESERVED = "reserved", _("reserved")
        WRITTEN = "written", _("written")
        DONE = "done", _("done")

    blog_key = models.CharField(max_length=200)
    source_id = models.CharField(max_length=500)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    slug = models.CharField(max_length=255, blank=True, db_index=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.RESERVED)
    source_fingerprint = models.CharField(max_length=64, blank=True)
    written_fingerprint = models.CharField(max_length=64, blank=True)
    revision_id = models.BigIntegerField(null=True, blank=True)
    problems = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")
        constraints = [
            models.UniqueConstraint(fields=["blog_key", "source_id"], name="porting_one_page_a_source")
        ]

    def __str__(self) -> str:
        return self.source_id


class ImportedMedia(models.Model):
    """A file of a source, by its whole address, and the picture or document it became."""

    blog_key = models.CharField(max_length=200)
    url = models.CharField(max_length=2000)
    url_hash = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, db_index=True)
    image = models.ForeignKey(
        "core.SiteImage", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    document = models.ForeignKey(
        "core.SiteDocument", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        constraints = [
            models.UniqueConstraint(fields=["blog_key", "url_hash"], name="porting_one_file_an_address")
        ]

    def __str__(self) -> str:
        return self.url


class OldAddress(models.Model):
    """An address of an old site that only its query tells apart, such as ``/?p=12``, and where it leads."""

    address = models.CharField(_("address"), max_length=500, unique=True)
    blog_key = models.CharField(max_length=200, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    route = models.CharField(_("route below the page"), max_length=255, blank=True)
    link = models.CharField(_("link"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")

    def __str__(self) -> str:
        return self.address
