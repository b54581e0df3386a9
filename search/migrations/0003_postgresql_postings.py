"""The tables of the engine for PostgreSQL; nothing on other databases."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0002_sqlite_full_text")]

    operations = []
