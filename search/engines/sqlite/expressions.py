"""Words in the language of FTS5. Every word is quoted, so none can be an operator; nothing raises."""

from collections.abc import Iterable, Sequence


def phrase(tokens: Sequence[str]) -> str:
    """Tokens side by side, or one alone."""
    return '"' + " ".join(map(_bare, tokens)) + '"'


def begins(prefix: str) -> str:
    """Any word that begins so."""
    return phrase((prefix,)) + "*"


def near(tokens: Sequence[str], distance: int) -> str:
    """All tokens, in any order, with at most ``distance`` words between the first and the last."""
    return f"NEAR({' '.join(phrase((token,)) for token in tokens)}, {distance})"


def any_of(expressions: Iterable[str]) -> str:
    return " OR ".join(expressions)


def all_of(expressions: Iterable[str]) -> str:
    return " AND ".join(expressions)


def _bare(token: str) -> str:
    """The token as it may stand between quotes: those in it doubled, no NUL, no half characters."""
    return token.encode("utf-8", "ignore").decode().replace("\0", " ").replace('"', '""')
