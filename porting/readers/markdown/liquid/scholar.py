"""What to say of Liquid tags that only a plug-in of the old site knows; those of ``jekyll-scholar`` by their names."""

from __future__ import annotations

from django.utils.translation import gettext as _

CITING = {"cite", "citet", "citep", "citeauthor", "citeyear", "cite_details", "nocite", "reference"}
LISTING = {"bibliography", "bibliography_count"}


def unknown(name: str, tag: str, words: list[str]) -> tuple[str, str]:
    """What is kept in the text in place of a tag, and the sentence for the report."""
    said = {"tag": tag}
    if name in CITING:
        names = [word for word in words if not word.startswith("-")]
        if names and name != "nocite":
            kept = f"[{', '.join(names)}]"
            return kept, _("%(tag)s cites a work from a list of literature; its short name was kept.") % said
        return "", _(
            "%(tag)s names works for a list of literature, which is not read here; it was left out."
        ) % said
    if name in LISTING:
        return "", (
            _("%(tag)s showed a list of literature from a file of references (.bib); the list was left out.")
            % said
        )
    if name == "include_code":
        return "", _(
            "%(tag)s showed a file as code that is not in the folder of the blog; it was left out."
        ) % said
    return "", _("The Liquid tag %(tag)s is not known here and was left out.") % said
