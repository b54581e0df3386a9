"""The stream field that keeps its blocks out of migrations."""

from __future__ import annotations

from wagtail import blocks

from core.fields import StreamField


def test_migrations_learn_nothing_about_blocks() -> None:
    field = StreamField([("text", blocks.CharBlock(help_text="Long words"))], blank=True)
    field.set_attributes_from_name("body")
    assert field.deconstruct() == ("body", "core.fields.StreamField", [], {"blank": True})


def test_a_migration_that_saves_a_page_keeps_blocks_it_does_not_know() -> None:
    stored = [{"type": "anything", "value": {"a": 1}, "id": "x"}]
    field = StreamField()
    assert field.get_prep_value(field.to_python(stored)) == stored
    assert field.get_prep_value(field.to_python('[{"type": "t", "value": 1, "id": "y"}]'))[0]["type"] == "t"
    assert field.get_prep_value(field.to_python("")) == []


def test_text_that_is_no_stream_is_kept_for_whoever_migrates_it() -> None:
    field = StreamField()
    assert field.get_prep_value(field.to_python("<p>old</p>")) == "<p>old</p>"
