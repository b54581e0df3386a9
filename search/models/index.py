"""The part of the search index that is the same on every database.

One :class:`Document` stands for one page that can be found. The engines keep beside it what they need to
match and rank (``search/engines``); everything shown on a page of results comes from here.
"""

from django.db import models


class Document(models.Model):
    """A page as the search knows it. It exists while its page is live and listed, whoever may read it."""

    page = models.OneToOneField(
        "wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="search_document"
    )
    #: ``post`` or ``page``.
    kind = models.CharField(max_length=10)
    language = models.CharField(max_length=100)
    title = models.CharField(max_length=255)
    #: The title without case and accents, for titles that begin with what is being typed.
    title_key = models.CharField(max_length=255, db_index=True)
    summary = models.TextField(blank=True)
    date = models.DateTimeField(null=True, db_index=True)
    expires_at = models.DateTimeField(null=True)
    #: The page's place in the tree when it was indexed; moves change it.
    path = models.CharField(max_length=255, db_index=True)
    #: Empty: everybody may read the page. Else the ids of all restrictions it is under, ascending, "3 17".
    access = models.CharField(max_length=255, blank=True, db_index=True)
    #: Of everything that was indexed, so that a page that changed nothing is not written again.
    fingerprint = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(
                fields=["expires_at"],
                name="search_document_expiring",
                condition=models.Q(expires_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """A heading and the text below it, up to the next heading. The first has no heading and no anchor."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    anchor = models.CharField(max_length=255, blank=True)
    heading = models.TextField(blank=True)
    #: Prose, paragraphs divided by line breaks.
    text = models.TextField(blank=True)
    #: Code listings, which are found but make poor excerpts.
    code = models.TextField(blank=True)

    class Meta:
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="search_section_position")
        ]

    def __str__(self) -> str:
        return self.heading or self.text[:60]


class Facet(models.Model):
    """Something results can be narrowed to: a tag, category, author or series by its id, or a year."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facets")
    #: ``tag``, ``category``, ``author``, ``series`` or ``year``.
    kind = models.CharField(max_length=10)
    key = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "kind", "key"], name="search_facet_once"),
        ]
        indexes = [models.Index(fields=["kind", "key", "document"], name="search_facet_documents")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Word(models.Model):
    """A word that stands on some page everybody may read, as it is written there but for case and accents.

    Misspelt words are corrected from these. Words are only ever added; whether one still is on a page is
    asked of the engine when it is about to be offered.
    """

    text = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.text
