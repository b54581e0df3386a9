"""The tables of the engine for PostgreSQL; nothing on other databases. Read and written in ``search/engines/postgresql``."""

from typing import Any

from django.db import migrations

# One row for each word of each document. A word is looked up with one scan of the primary key, which holds all that
# ranking needs; the places of the word are read from the table for a few documents only. Words are compared byte
# by byte, so those that begin alike stand together. The table is looked through before anybody tidies it up, so
# tidying starts sooner than is usual for tables of this size.
POSTINGS = """
CREATE TABLE search_posting (
    token text COLLATE "C" NOT NULL,
    document_id integer NOT NULL,
    title_tf smallint NOT NULL,
    body_tf smallint NOT NULL,
    title_length smallint NOT NULL,
    body_length smallint NOT NULL,
    positions bytea NOT NULL,
    PRIMARY KEY (token, document_id) INCLUDE (title_tf, body_tf, title_length, body_length)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_scale_factor = 0.05,
        autovacuum_analyze_scale_factor = 0.05)
"""
BY_DOCUMENT = "CREATE INDEX search_posting_document ON search_posting (document_id)"
IN_TITLES = """
CREATE INDEX search_posting_title ON search_posting (token, document_id) INCLUDE (title_tf, title_length)
WHERE title_tf > 0
"""
# The few that not everybody finds, or not for ever.
RESTRICTED = """
CREATE INDEX search_document_restricted ON search_document (page_id) WHERE access <> '' OR expires_at IS NOT NULL
"""
LENGTHS = """
CREATE TABLE search_length (
    document_id integer PRIMARY KEY,
    title_length smallint NOT NULL,
    body_length smallint NOT NULL
)
"""
# Instead of a foreign key: that would be checked for every word of every page, and PostgreSQL refuses to empty a
# table that another one, unknown to Django, refers to.
FORGET = """
CREATE FUNCTION search_forget_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE search_posting, search_length;
    ELSE
        DELETE FROM search_posting USING gone WHERE search_posting.document_id = gone.page_id;
        DELETE FROM search_length USING gone WHERE search_length.document_id = gone.page_id;
    END IF;
    RETURN NULL;
END $$
"""
ON_DELETE = """
CREATE TRIGGER search_forget_postings AFTER DELETE ON search_document
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search_forget_postings()
"""
ON_TRUNCATE = """
CREATE TRIGGER search_forget_all_postings AFTER TRUNCATE ON search_document
FOR EACH STATEMENT EXECUTE FUNCTION search_forget_postings()
"""
DROP = """
DROP TRIGGER search_forget_postings ON search_document;
DROP TRIGGER search_forget_all_postings ON search_document;
DROP INDEX search_document_restricted;
DROP FUNCTION search_forget_postings();
DROP TABLE search_posting, search_length
"""


def create(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in (
            POSTINGS,
            BY_DOCUMENT,
            IN_TITLES,
            RESTRICTED,
            LENGTHS,
            FORGET,
            ON_DELETE,
            ON_TRUNCATE,
        ):
            schema_editor.execute(statement)


def drop(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in DROP.split(";"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_sqlite_full_text")]

    operations = [migrations.RunPython(create, drop)]
