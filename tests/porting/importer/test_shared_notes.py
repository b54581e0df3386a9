"""Shared notes are found by their title, and made once when the source brings them."""

from __future__ import annotations

import pytest

from core.models import SharedCallout
from porting.importer.shared_notes import SharedNotes

pytestmark = pytest.mark.django_db


def test_a_note_that_is_here_is_used():
    here = SharedCallout.objects.create(title="Tested with", body="<p>Ours</p>")
    assert SharedNotes({"Tested with": ("tip", "<p>Theirs</p>")}).find("Tested with") == here.pk


def test_a_note_that_was_brought_is_made_once_and_cleaned():
    notes = SharedNotes({"New": ("tip", "<p>Hello <script>x()</script><b>you</b></p>")})
    assert notes.find("New") == notes.find("New")
    made = SharedCallout.objects.get()
    assert (made.kind, made.body) == ("tip", "<p>Hello <b>you</b></p>")


def test_a_look_makes_nothing_and_an_unknown_note_is_none():
    assert SharedNotes({"New": ("tip", "<p>x</p>")}, pretend=True).find("New") is not None
    assert SharedNotes({}).find("New") is None
    assert not SharedCallout.objects.exists()
