"""The full-text tables of the engine for SQLite; nothing on other databases."""

from typing import Any

from django.db import migrations

TABLES = ("search_fts_title", "search_fts_body")
# Words come analysed: only white space divides them, so every kind of character but control and space is part of one.
CREATE = """
CREATE VIRTUAL TABLE {table} USING fts5(
    words, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* S* P* Co Cn'"
)
"""


def create(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for table in TABLES:
            schema_editor.execute(CREATE.format(table=table))


def drop(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for table in TABLES:
            schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index_tables")]

    operations = [migrations.RunPython(create, drop)]
