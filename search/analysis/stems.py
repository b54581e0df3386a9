"""What remains of a word without its endings, per language, by the Snowball stemmers (snowballstem.org)."""

from functools import lru_cache

import snowballstemmer

#: Longer "words" are not words of a language.
_LONGEST = 40

_LANGUAGES = """
ar:arabic ca:catalan cs:czech da:danish de:german el:greek en:english eo:esperanto es:spanish et:estonian
eu:basque fa:persian fi:finnish fr:french ga:irish hi:hindi hu:hungarian hy:armenian id:indonesian it:italian
lt:lithuanian nb:norwegian ne:nepali nl:dutch nn:norwegian no:norwegian pl:polish pt:portuguese ro:romanian
ru:russian sr:serbian st:sesotho sv:swedish ta:tamil tr:turkish yi:yiddish
"""
_ALGORITHMS = dict(pair.split(":") for pair in _LANGUAGES.split())
_KNOWN = frozenset(snowballstemmer.algorithms())


def base_language(language: str) -> str:
    """The code without its region or script: "pt" of "pt-br"."""
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=256)
def _algorithm(language: str) -> str:
    name = _ALGORITHMS.get(base_language(language), "")
    return name if name in _KNOWN else ""


def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in languages without a stemmer, and if it is no word."""
    algorithm = _algorithm(language)
    if not algorithm or len(word) > _LONGEST or not _is_word(word):
        return word
    return _stem(word, algorithm)


def _is_word(text: str) -> bool:
    # The vowel signs of Indic scripts are no letters to Python.
    return text.isalpha() or not (text.isascii() or any(map(str.isdigit, text)))


@lru_cache(maxsize=1 << 16)
def _stem(word: str, algorithm: str) -> str:
    # A stemmer keeps its work in itself, so threads must not share one. Making one costs next to nothing.
    found: str = snowballstemmer.stemmer(algorithm).stemWord(word)
    return found or word
