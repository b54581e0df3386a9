"""What remains of a word without its endings, per language, by the Snowball stemmers (snowballstem.org).

Words come without accents, so that it is no matter whether a searcher types them. Some stemmers know endings by
their accents, so the commonest of those get them back first. Which ones was measured on Snowball's own lists of
words (half of them chose, the other half was counted): of the pairs of words that have one stem with their
accents, French keeps 97 % so (79 % without), Czech 95 (59), Portuguese 99 (93), Polish 91 (73), Hungarian 88 (65).
"""

from functools import lru_cache

import snowballstemmer

from search.analysis.folding import fold

#: So many words are remembered by each function of this room that does. Few make most of any text: of the 680,000
#: of 751 posts 95 % were known by then, as with four times the room, which a process would fill and never give back.
KEPT = 1 << 14
#: Longer "words" are not words of a language.
_LONGEST = 40

_LANGUAGES = """
ar:arabic ca:catalan cs:czech da:danish de:german el:greek en:english eo:esperanto es:spanish et:estonian
eu:basque fa:persian fi:finnish fr:french ga:irish hi:hindi hu:hungarian hy:armenian id:indonesian it:italian
lt:lithuanian nb:norwegian ne:nepali nl:dutch nn:norwegian no:norwegian pl:polish pt:portuguese ro:romanian
ru:russian sr:serbian st:sesotho sv:swedish ta:tamil tr:turkish yi:yiddish
"""
_ALGORITHMS = dict(pair.split(":") for pair in _LANGUAGES.split())
#: Endings as they are written; words end in the same without accents.
_ACCENTED = """
ca:ó,ístic,ància,òria,án cs:ých,ého,ím,ích,ým,ího,ými,ům,ách,ému es:ía,ían,íamos,ábamos fr:ée,ées,èrent,ât
hu:ól,ó,ért,ént,ánál,ásnál lt:čių,ėmis,ėje,ėse,čiai,ėjo,čius,ųjų,ėti,čio pl:ów,ć,ł,ła,ą,ły,ło,ąc,ących,śmy
pt:ção,ções,ável,ão,ância,íamos,ávamos ro:ți,înd,ție,ște,ști,ând,ăm,ția,ându
"""
_ENDINGS = {
    _ALGORITHMS[pair[:2]]: {fold(ending): ending for ending in pair[3:].split(",")}
    for pair in _ACCENTED.split()
}
_LONGEST_ENDING = 6
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


@lru_cache(maxsize=KEPT)
def _stem(word: str, algorithm: str) -> str:
    # A stemmer keeps its work in itself, so threads must not share one. Making one costs next to nothing.
    found: str = snowballstemmer.stemmer(algorithm).stemWord(_accented(word, _ENDINGS.get(algorithm, {})))
    return fold(found) or word


def _accented(word: str, endings: dict[str, str]) -> str:
    """The word with the longest of these endings as it is written."""
    for length in range(min(_LONGEST_ENDING, len(word) - 2), 0, -1) if endings else ():
        if (ending := endings.get(word[-length:])) is not None:
            return word[:-length] + ending
    return word
