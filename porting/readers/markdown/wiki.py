"""Links and marks of notes as Obsidian and its like have them: ``[[note]]``, ``![[file]]``, ``%% unseen %%``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from django.utils.translation import gettext as _

from porting.readers.markdown import fields
from porting.readers.markdown.addresses import slugify
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.text.embeds import embed
from porting.readers.markdown.text.masks import Masks

LINK = re.compile(
    r"(?P<put>!?)\[\[(?P<target>[^\[\]\n|#]*)(?P<anchor>#[^\[\]\n|]*)?(?:\|(?P<label>[^\[\]\n]*))?\]\]"
)
PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)
PLAYED = re.compile(r"\.(?:mp4|webm|ogv|mov|mp3|ogg|wav|m4a)$", re.IGNORECASE)
UNSEEN = re.compile(r"^[ \t]*%%[ \t]*\n.*?^[ \t]*%%[ \t]*$|%%(?!\s*\n)[^\n]*?%%", re.DOTALL | re.MULTILINE)
PLACE = re.compile(r"(?:(?<![ \t])[ \t]++|^)\^[\w-]++[ \t]*+$", re.MULTILINE)
MARKED = re.compile(r"(?<![=\w<>!])==(?=[^\s=])([^=\n]+?)(?<=[^\s=])==(?![=\w])")


@dataclass
class Notes:
    """The notes of a package: ``find`` gives the id of a note by its name; ``vault`` is whether Obsidian kept them."""

    names: list[str]
    find: Callable[[str], str]
    vault: bool
    called: dict[str, str] = field(default_factory=dict)  # other names of notes, in lower case

    @classmethod
    def of(cls, names: list[str], find: Callable[[str], str]) -> Notes:
        """Obsidian has a folder of its own beside the notes."""
        return cls(names, find, any(re.search(r"(?:^|/)\.obsidian/", name) for name in names))

    def know(self, entries: Iterable[Entry]) -> None:
        """``aliases`` are other names of notes where they are no addresses."""
        for entry in entries:
            for alias in fields.as_list(fields.first(entry.data, "aliases", "alias"), r"\s*,\s*"):
                name = fields.text(alias)
                if "/" not in name:
                    self.called.setdefault(name.casefold(), entry.path)

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        """The text with its links; what readers of notes do not see is left out, and told."""
        if self.vault or "[[" in text:
            seen = UNSEEN.sub("", text)
            if seen != text:
                detail = _(
                    "What stood between two marks of a comment (%(mark)s) was never shown; it was left out."
                )
                entry.notes.report("text", detail % {"mark": "%%"})
            text = PLACE.sub("", seen)
        text = MARKED.sub(r"<mark>\1</mark>", text)
        return LINK.sub(lambda found: self._link(found, masks, entry), text)

    def _link(self, found: re.Match[str], masks: Masks, entry: Entry) -> str:
        target, label = found.group("target").strip().rstrip("\\"), (found.group("label") or "").strip()
        file = self._file(target, entry) if re.search(r"\.\w{2,5}$", target) else ""
        if found.group("put") and PICTURE.search(target):
            alt = "" if re.fullmatch(r"\d+(?:x\d+)?", label) else label
            return f"![{alt}](<{file or target}>)"
        if found.group("put") and file and PLAYED.search(target):
            return "\n\n" + masks.hide(embed(file)) + "\n\n"
        if file and not target.endswith(".md"):
            return f"[{label or posixpath.basename(target)}](<{file}>)"
        return self._to_note(found, target, label, entry)

    def _to_note(self, found: re.Match[str], target: str, label: str, entry: Entry) -> str:
        source = (self.find(target) or self.called.get(target.casefold(), "")) if target else ""
        part = (found.group("anchor") or "").rpartition("#")[2].strip()
        anchor = "" if not part or part.startswith("^") else "#" + slugify(part)
        shown = label or " > ".join(one for one in (target, part.lstrip("^") if anchor else "") if one) or "#"
        if found.group("put") and source:
            entry.notes.report(
                "text",
                _("The note “%(name)s” was shown here as a whole; a link leads to it.") % {"name": target},
            )
        if source or not target:
            return f"[{shown}](<{f'source:{quote(source)}' if source else ''}{anchor}>)"
        entry.notes.report(
            "link",
            _("Nothing called “%(name)s” is there; only the words of the link were kept.") % {"name": target},
        )
        return shown

    def _file(self, target: str, entry: Entry) -> str:
        """Where a file is, seen from the note, or from the top; attachments are found by name wherever they are."""
        if posixpath.normpath(posixpath.join(entry.folder, target)) in self.names:
            return target
        found = [name for name in self.names if name.endswith(f"/{target}") or name == target]
        return f"/{found[0]}" if found else ""
