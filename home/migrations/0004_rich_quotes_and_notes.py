"""Quotations hold rich text, and notes hold blocks: the pages there are follow, with all their revisions."""

from django.db import migrations
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData

from core.stored_values import TextToBlocks


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_page_authors_and_date"),
        ("core", "0005_site_fonts"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        MigrateStreamData("home", "HomePage", "body", [(TextToBlocks(), "")], chunk_size=100),
        MigrateStreamData("home", "StandardPage", "body", [(TextToBlocks(), "")], chunk_size=100),
    ]
