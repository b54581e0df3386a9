"""Old addresses of tags, categories, authors and series, so that a renamed one is still found."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class FormerSlug(models.Model):
    """A slug something used to have. The object that has a slug now always wins over it."""

    class Kind(models.TextChoices):
        TAG = "tag", _("Tag")
        CATEGORY = "category", _("Category")
        AUTHOR = "author", _("Author")
        SERIES = "series", _("Series")

    kind = models.CharField(max_length=8, choices=Kind.choices)
    slug = models.CharField(max_length=255)
    object_id = models.BigIntegerField()

    class Meta:
        verbose_name = _("former slug")
        verbose_name_plural = _("former slugs")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="one_former_slug_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.slug}"


class SlugHistoryMixin(models.Model):
    """Remembers the slug an object had before, whenever a save changes it.

    A subclass names its kind in ``slug_kind`` and has a field ``slug``.
    """

    slug_kind: str

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save, and keep the old slug as a former one when it changed."""
        before = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        super().save(*args, **kwargs)
        if before and before != self.slug:
            FormerSlug.objects.update_or_create(
                kind=self.slug_kind, slug=before, defaults={"object_id": self.pk}
            )

    @classmethod
    def find_by_slug(cls, slug: str):
        """Return the object with this slug now, else the one that had it last, else None."""
        objects = cls.read_with()
        found = objects.filter(slug=slug).first()
        if found is None:
            former = FormerSlug.objects.filter(kind=cls.slug_kind, slug=slug).first()
            found = objects.filter(pk=former.object_id).first() if former else None
        return found

    @classmethod
    def read_with(cls) -> models.QuerySet:
        """All objects of the kind, with what their page shows besides."""
        return cls._base_manager.all()
