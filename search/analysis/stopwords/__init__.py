"""Words that say nothing by themselves ("the", "und"): a query is better off without them. Files: one a language."""

from functools import lru_cache
from pathlib import Path

from search.analysis.stems import base_language
from search.analysis.units import units

_FOLDER = Path(__file__).parent
_SAME = {"nb": "no", "nn": "no"}


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, folded as words of texts are ("don't" is "dont"); none if it has no list."""
    code = base_language(language)
    path = _FOLDER / f"{_SAME.get(code, code)}.txt"
    if not code.isalpha() or not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(atom.token for _, unit in units(text, "") for atom in unit.words)
