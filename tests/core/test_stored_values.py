"""Bodies stored before quotations were rich text and notes held blocks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from core.stored_values import TextToBlocks

OLD_BODY = [
    {"type": "paragraph", "value": "<p>Kept</p>", "id": "1"},
    {
        "type": "quote",
        "value": {"text": "One & <two>\nlines\n\nMore", "attribution": "Ada", "role": "", "source_url": ""},
        "id": "2",
    },
    {"type": "admonition", "value": {"kind": "tip", "title": "", "body": "<p>A <b>note</b></p>"}, "id": "3"},
    {
        "type": "steps",
        "value": {
            "steps": [
                {
                    "type": "item",
                    "id": "5",
                    "value": {
                        "title": "Look",
                        "body": [
                            {
                                "type": "admonition",
                                "value": {"kind": "note", "title": "N", "body": "<p>In</p>"},
                            }
                        ],
                    },
                }
            ]
        },
        "id": "4",
    },
    {
        "type": "accordion",
        "value": {
            "items": [
                {"type": "item", "id": "7", "value": {"title": "Old", "body": "<p>Text</p>", "open": False}},
                {"type": "item", "id": "8", "value": {"title": "New", "body": [], "open": False}},
                {"title": "Bare", "body": "<p>Words</p>", "open": True},
            ]
        },
        "id": "6",
    },
    {"type": "callout", "value": 7, "id": "9"},
]


def words_in(body: list[dict]) -> list[Any]:
    """What stands in the places that change, in order."""
    quote, note, steps, parts = (body[position]["value"] for position in (1, 2, 3, 4))
    inner = steps["steps"][0]["value"]["body"][0]["value"]["body"]
    return [
        quote["text"],
        *(
            [(child["type"], child["value"]) for child in stream]
            for stream in (
                note["body"],
                inner,
                parts["items"][0]["value"]["body"],
                parts["items"][1]["value"]["body"],
                parts["items"][2]["body"],
            )
        ),
    ]


NEW_WORDS = [
    "<p>One &amp; &lt;two&gt;<br>lines</p><p>More</p>",
    [("paragraph", "<p>A <b>note</b></p>")],
    [("paragraph", "<p>In</p>")],
    [("paragraph", "<p>Text</p>")],
    [],
    [("paragraph", "<p>Words</p>")],
]


def test_quotations_notes_and_accordions_change_wherever_they_stand() -> None:
    assert words_in(TextToBlocks().apply(OLD_BODY)) == NEW_WORDS


def test_nothing_else_changes() -> None:
    changed = TextToBlocks().apply(OLD_BODY)
    assert [child["id"] for child in changed] == [child["id"] for child in OLD_BODY]
    assert (changed[0], changed[5]) == (OLD_BODY[0], OLD_BODY[5])
    assert changed[1]["value"]["attribution"] == "Ada"


def test_changing_a_body_twice_is_changing_it_once() -> None:
    once = TextToBlocks().apply(OLD_BODY)
    assert TextToBlocks().apply(once) == once


@pytest.fixture
def migrate_to(transactional_db: None) -> Iterator[Callable[..., Any]]:
    """Bring the database to a migration and get the models of that time; all the way up again afterwards."""

    def to(*targets: tuple[str, str]) -> Any:
        executor = MigrationExecutor(connection)
        executor.migrate(list(targets))
        return MigrationExecutor(connection).loader.project_state(list(targets)).apps

    yield to
    call_command("migrate", verbosity=0)


BEFORE = [("blog", "0005_permissions_of_categories_and_comments"), ("home", "0003_page_authors_and_date")]
AFTER = [("blog", "0006_rich_quotes_and_notes"), ("home", "0004_rich_quotes_and_notes")]


def test_a_filled_database_follows_with_its_revisions(migrate_to: Callable[..., Any]) -> None:
    apps = migrate_to(*BEFORE)
    written = [write_old_page(apps, *model) for model in (("blog", "BlogPage"), ("home", "StandardPage"))]
    apps = migrate_to(*AFTER)
    for (app, name), page_key, revision_key in written:
        page = apps.get_model(app, name).objects.get(pk=page_key)
        assert words_in(page.body.get_prep_value()) == NEW_WORDS
        revision = apps.get_model("wagtailcore", "Revision").objects.get(pk=revision_key)
        assert words_in(json.loads(revision.content["body"])) == NEW_WORDS
        assert revision.content["title"] == "Old"


def write_old_page(apps: Any, app: str, name: str) -> tuple[tuple[str, str], int, int]:
    """A page with a body and a revision of it, as they were stored then."""
    model = apps.get_model(app, name)
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=name.lower()
    )
    locale = apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en")[0]
    number = 8 if app == "blog" else 9
    page = model.objects.create(
        title="Old",
        draft_title="Old",
        slug=f"old-{number}",
        path=f"0001000{number}",
        depth=2,
        url_path=f"/old-{number}/",
        content_type=kind,
        locale=locale,
        body=OLD_BODY,
    )
    revision = apps.get_model("wagtailcore", "Revision").objects.create(
        content_type=kind,
        base_content_type=kind,
        object_id=str(page.pk),
        object_str="Old",
        created_at="2026-01-01T00:00:00Z",
        content={"title": "Old", "body": json.dumps(OLD_BODY)},
    )
    model.objects.filter(pk=page.pk).update(latest_revision=revision, live_revision=revision)
    return (app, name), page.pk, revision.pk
