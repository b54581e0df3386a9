"""Quotations hold rich text, and notes hold blocks: the posts there are follow, with all their revisions."""

from django.db import migrations
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData

from core.stored_values import TextToBlocks


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0005_permissions_of_categories_and_comments"),
        ("core", "0005_site_fonts"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [MigrateStreamData("blog", "BlogPage", "body", [(TextToBlocks(), "")], chunk_size=100)]
