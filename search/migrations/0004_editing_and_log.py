import django.core.validators
import django.db.models.deletion
import search.models.editing
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_postgresql_postings"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Synonyms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stamp", models.BigIntegerField(default=search.models.editing.new_stamp, editable=False)),
                (
                    "words",
                    models.TextField(
                        help_text="One in each line, such as “PWA” and “progressive web app”.",
                        verbose_name="words",
                    ),
                ),
                (
                    "ways",
                    models.CharField(
                        choices=[
                            ("both", "All mean the same: a search for one finds the others, too"),
                            (
                                "one",
                                "One way: a search for the first finds the others, too, but not the reverse",
                            ),
                        ],
                        default="both",
                        max_length=4,
                        verbose_name="how they belong together",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty for every language.",
                        max_length=100,
                        verbose_name="language",
                    ),
                ),
                ("changed", models.DateTimeField(auto_now=True, verbose_name="changed")),
            ],
            options={
                "verbose_name": "group of synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ["words", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LoggedSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("language", models.CharField(blank=True, max_length=100)),
                ("query", models.CharField(max_length=200)),
                ("searches", models.PositiveIntegerField(default=0)),
                ("results", models.PositiveIntegerField(null=True)),
                ("fruitless", models.PositiveIntegerField(default=0)),
                ("corrected_to", models.CharField(blank=True, max_length=200)),
                ("opened", models.PositiveIntegerField(default=0)),
                ("places", models.PositiveBigIntegerField(default=0)),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.site"
                    ),
                ),
            ],
            options={
                "verbose_name": "logged search",
                "verbose_name_plural": "logged searches",
            },
        ),
        migrations.CreateModel(
            name="OpenedResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("times", models.PositiveIntegerField(default=0)),
                ("places", models.PositiveBigIntegerField(default=0)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opened_results",
                        to="search.loggedsearch",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Promotion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("stamp", models.BigIntegerField(default=search.models.editing.new_stamp, editable=False)),
                (
                    "searches",
                    models.TextField(
                        help_text="One in each line, as readers type them. Capitals, accents and spaces make no difference.",
                        verbose_name="searches",
                    ),
                ),
                (
                    "begins",
                    models.BooleanField(
                        default=False,
                        help_text="Then “contact” counts for “contact form”, too.",
                        verbose_name="also for longer searches that begin like this",
                    ),
                ),
                (
                    "url",
                    models.CharField(
                        blank=True,
                        help_text="Instead of a page, such as https://example.org/.",
                        max_length=500,
                        verbose_name="address elsewhere",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty to use the title of the page.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences below the title. Leave empty to use the page's own.",
                        validators=[django.core.validators.MaxLengthValidator(300)],
                        verbose_name="description",
                    ),
                ),
                (
                    "first_day",
                    models.DateField(
                        blank=True, help_text="Empty: from now on.", null=True, verbose_name="from"
                    ),
                ),
                (
                    "last_day",
                    models.DateField(
                        blank=True,
                        help_text="Including this day. Empty: for good.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        help_text="Readers who may not open it are not shown it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "promoted result",
                "verbose_name_plural": "promoted results",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SearchSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "log_days",
                    models.PositiveSmallIntegerField(
                        default=180,
                        help_text="What readers search for is counted by day, without anything about the reader. Days longer ago are deleted, at once when you make this number smaller. 0 deletes everything and counts nothing.",
                        validators=[django.core.validators.MaxValueValidator(1100)],
                        verbose_name="days searches are kept",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
            ],
            options={
                "verbose_name": "search log",
            },
        ),
        migrations.AddIndex(
            model_name="loggedsearch",
            index=models.Index(fields=["day"], name="search_log_day"),
        ),
        migrations.AddConstraint(
            model_name="loggedsearch",
            constraint=models.UniqueConstraint(
                fields=("site", "day", "query", "language"), name="search_log_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="openedresult",
            constraint=models.UniqueConstraint(fields=("search", "page"), name="search_opened_once"),
        ),
    ]
