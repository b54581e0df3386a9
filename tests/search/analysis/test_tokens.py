"""Which words the index keeps of a text."""

import unicodedata

import pytest

from search.analysis import units
from search.analysis.folding import fold
from search.analysis.tokens import index_tokens, surface_words
from search.analysis.units import LONGEST_TOKEN
from tests.search.analysis.odd import ODD


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:12]))
@pytest.mark.parametrize("language", ["en", "de", "ja", "xx", ""])
def test_whatever_a_text_has_its_tokens_are_short_and_plain(text, language):
    for token in index_tokens(text, language):
        assert 1 <= len(token) <= LONGEST_TOKEN
        assert not any(sign.isspace() or unicodedata.category(sign) in {"Cc", "Cs"} for sign in token)
    assert all(word.encode() for word in surface_words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("STRASSE", "straße"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("smørrebrød", "smorrebrod"),
        ("ΆΝΘΡΩΠΟΣ", "ανθρωπος"),
        ("ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("\uff30\uff59\uff54\uff48\uff4f\uff4e", "python"),
        ("ﾊﾟﾝ", "パン"),
        ("com\xadpu\xadter", "computer"),
        ("١٢٣", "123"),
        ("cafe\u0301", "café"),
    ],
)
def test_case_accents_and_spelling_of_signs_are_no_difference(one, other):
    assert index_tokens(one, "") == index_tokens(other, "")


@pytest.mark.parametrize(("one", "other"), [("йод", "иод"), ("か", "が"), ("किताब", "कताब"), ("ไป", "ไบ")])
def test_marks_that_make_another_letter_stay(one, other):
    assert index_tokens(one, "") != index_tokens(other, "")


def test_folding_twice_changes_nothing():
    signs = [chr(code) for code in range(0x20, 0x20000) if unicodedata.category(chr(code)) != "Cs"]

    assert [sign for sign in signs if fold(fold(sign)) != fold(sign)] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "publishing", "published"),
        ("en-gb", "layers", "layer"),
        ("de", "Häuser", "Haus"),
        ("de", "Müller", "Mueller"),
        ("fr", "publications", "publication"),
        ("fr", "passée", "passé"),
        ("fr", "passees", "passer"),
        ("es", "canción", "canciones"),
        ("es", "cantarían", "cantar"),
        ("cs", "nových", "nového"),
        ("pl", "domów", "dom"),
        ("pt", "publicações", "publicação"),
        ("it", "gatti", "gatto"),
        ("pt-br", "meninos", "menino"),
        ("nl", "huizen", "huizen"),
        ("sv", "flickorna", "flickor"),
        ("da", "husene", "huse"),
        ("nb", "bilene", "bil"),
        ("fi", "talossa", "talo"),
        ("hu", "házak", "ház"),
        ("ro", "casele", "casă"),
        ("ru", "книги", "книга"),
        ("tr", "kitaplar", "kitap"),
        ("el", "άνθρωποι", "άνθρωπος"),
        ("ar", "كتابان", "كتاب"),
        ("hi", "किताबें", "किताब"),
    ],
)
def test_forms_of_a_word_are_one(language, one, other):
    assert index_tokens(one, language) == index_tokens(other, language)


def test_languages_without_a_stemmer_keep_words_as_they_are():
    assert index_tokens("publishing published", "xx") == ["publishing", "published"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Read it. (Really?) “Yes”…", {"read", "it", "really", "yes"}),
        ("C++ and C# or C.", {"c++", "c#", "c", "and", "or"}),
        ("the .env file", {"the", "env", ".env", "file"}),
        ("in .NET", {"in", "net", ".net"}),
        ("run --dry-run", {"run", "dry", "--dry-run", "dryrun"}),
        ("call get_context()", {"call", "get", "context", "get_context", "getcontext"}),
        ("std::vec<T>", {"std", "vec", "std::vec", "t"}),
        ("node.js", {"node", "js", "node.js", "nodejs"}),
        ("v1.2.3", {"v1", "2", "3", "v1.2.3", "1.2.3"}),
        ("@decorator #hashtag", {"decorator", "@decorator", "hashtag", "#hashtag"}),
        ("/etc/hosts", {"etc", "hosts", "/etc/hosts", "etc/hosts"}),
        ("localhost:8000", {"localhost", "8000", "localhost:8000"}),
        ("joe@example.com", {"joe", "example", "com", "joe@example.com"}),
        ("__init__", {"init", "__init__"}),
        ("getContext", {"getcontext", "get", "context"}),
        ("HttpResponseRedirect", {"httpresponseredirect", "http", "response", "redirect"}),
        ("JavaScript", {"javascript"}),
        ("e-mail", {"e", "mail", "email"}),
        ("and/or", {"and", "or"}),
        ("don\u2019t", {"dont"}),
        ("dog's dogs'", {"dog", "dogs"}),
        ("O'Reilly", {"oreilly", "reilly"}),
        ("l'été", {"l", "ete"}),
        ("U.S. e.g.", {"us", "eg"}),
        ("1,000,000", {"1000000"}),
        ("AT&T", {"at", "t", "at&t", "att"}),
    ],
)
def test_what_is_more_than_a_word_is_found_by_its_name_and_by_its_parts(text, tokens):
    assert set(index_tokens(text, "")) >= tokens


def test_the_parts_of_joined_words_stand_among_their_neighbours():
    assert index_tokens("an open-source tool", "")[:4] == ["an", "open", "source", "tool"]


@pytest.mark.parametrize("text", ["東京タワーの本", "한국어블로그", "ภาษาไทย", "ｶﾞｯｺｳ", "東"])
def test_any_part_of_a_text_without_spaces_is_a_phrase_of_its_tokens(text):
    folded = fold(text)
    tokens = index_tokens(f"before {text} after", "")

    for start in range(len(folded)):
        for end in range(start + 1, len(folded) + 1):
            wanted = index_tokens(folded[start:end], "")[: max(1, end - start - 1)]
            places = range(len(tokens) - len(wanted) + 1)
            assert any(tokens[place : place + len(wanted)] == wanted for place in places)


def test_words_readers_may_misspell_are_natural_ones():
    text = "The café's get_context, JavaScript, 3d4f5a6b7c, aGVsbG8gd29ybGQ=, brrrr, well-known Wörter 東京 by v2"

    assert set(surface_words(text)) >= {"the", "cafe", "javascript", "well", "known", "worter"}
    assert {"context", "brrrr", "3d4f5a6b7c", "東京", "v2", "by"}.isdisjoint(surface_words(text))


def test_what_is_remembered_of_an_indexed_word_is_remembered_once():
    before = units._short_unit.cache_info().currsize
    index_tokens("quokkas forage beside wallabies, well-known for get_quokka()", "en")
    surface_words("quokkas forage beside wallabies")
    assert units._short_unit.cache_info().currsize == before


def test_words_read_once_are_those_that_are_remembered():
    text = "L'été of get_context, 日本語 text and a well-known v2.0.1 of node.js"
    assert list(units.units_once(text, "fr")) == list(units.units(text, "fr"))
