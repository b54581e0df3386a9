"""The words of a text as the index keeps them."""

from search.analysis.units import units


def index_tokens(text: str, language: str) -> list[str]:
    """Tokens in reading order, then the other names of what is more than a word ("get_context", "nodejs").

    A token is folded and stemmed, has 1 to 64 characters, no white space and no control characters. Other
    names stand at the end so that the words around them stay neighbours, as phrases need it.
    """
    words: list[str] = []
    forms: list[str] = []
    for _, unit in units(text, language):
        words += [atom.token for atom in unit.words]
        forms += unit.forms
    return words + forms
