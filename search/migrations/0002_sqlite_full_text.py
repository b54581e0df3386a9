"""The full-text tables of the engine for SQLite; nothing on other databases."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index_tables")]

    operations = []
