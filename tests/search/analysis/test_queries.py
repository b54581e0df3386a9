"""What a query asks of an engine."""

import pytest

from search.analysis.queries import MOST_PHRASES, MOST_WORDS, wanted
from search.analysis.stopwords import stop_words
from search.analysis.tokens import index_tokens
from search.query import parse
from tests.search.analysis.odd import ODD


def asked(text, language="en", synonyms=None):
    return wanted(parse(text), language, synonyms)


def tokens(text, language="en", **more):
    return [word.token for word in asked(text, language, **more).words]


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:12]))
@pytest.mark.parametrize("around", ["{}", '"{}"', "-{} word", '-"{}" word', "word {}"])
def test_whatever_is_typed_asks_for_a_bounded_number_of_plain_words(text, around):
    found = asked(around.format(text))

    assert len(found.words) <= MOST_WORDS
    assert len(found.phrases) <= MOST_PHRASES
    every = [word.token for word in found.words] + [
        token for p in (*found.phrases, *found.excluded) for token in p
    ]
    assert all(0 < len(token) <= 64 and not any(map(str.isspace, token)) for token in every)


def test_words_that_say_nothing_are_left_out():
    assert tokens("how to find the best posts") == ["find", "best", "post"]
    assert tokens("wie man die besten Texte findet", "de") == ["best", "text", "find"]


def test_words_that_say_nothing_are_asked_for_when_there_are_no_others():
    assert tokens("to be or not to be") == ["to", "be", "or", "not", "to", "be"]


def test_repeated_words_stay_repeated():
    assert tokens("wind wind tunnel") == ["wind", "wind", "tunnel"]


@pytest.mark.parametrize(
    "language", ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "hu", "ru"]
)
def test_common_languages_have_words_that_say_nothing(language):
    assert len(stop_words(language)) > 40


def test_unknown_languages_have_none():
    assert stop_words("xx") == stop_words("../en") == stop_words("") == frozenset()


def test_a_phrase_is_asked_for_as_it_stands_in_the_index():
    found = asked('"the open-source way of life"')

    assert found.phrases == (("the", "open", "sourc", "way", "of", "life"),)
    assert " ".join(found.phrases[0]) in " ".join(index_tokens("This is the open source way of life.", "en"))
    assert [word.surface for word in found.words] == ["open", "source", "way", "life"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("get_context", "call get_context() first"),
        ("get_context", "get context"),
        ("getContext", "call get_context"),
        ("get_context", "call getContext"),
        ("C++", "in C++, of course"),
        ("C#", "in C#."),
        (".env", "put it into `.env`"),
        (".env", "the env file"),
        ("--flag", "use --flag=3"),
        ("nodejs", "with node.js"),
        ("node.js", "with nodejs"),
        ("1.2.3", "version v1.2.3"),
        ("/etc/hosts", "edit /etc/hosts"),
        ("hosts", "edit /etc/hosts"),
        ("email", "an e-mail"),
        ("e-mail", "an email"),
        ("open source", "open-source software"),
        ("dont", "don't"),
        ("reilly", "O'Reilly"),
        ("foo.bar()", "so foo.bar(1) does"),
        ("#hashtag", "a hashtag"),
    ],
)
def test_either_way_to_write_something_finds_the_other(query, text):
    kept = index_tokens(text, "en")

    for word in asked(query).words:
        ways = [(word.token,), *word.synonyms]
        assert any(tuple(kept[place : place + len(way)]) == way for way in ways for place in range(len(kept)))


def test_what_must_not_be_there_is_analysed_too():
    assert asked('posts -"bad words" -get_context -naming').excluded == (
        ("bad", "word"),
        ("get_context",),
        ("name",),
    )


def test_a_short_run_without_spaces_has_to_stand_as_it_was_typed():
    assert asked("東京タワー").phrases == (("東京", "京タ", "タワ", "ワー"),)
    assert asked("本").phrases == (("本",),)
    assert asked("로그인").phrases == (("로그", "그인"),)


def test_a_long_run_without_spaces_is_looked_for_by_its_telling_parts():
    found = asked("東京でおいしいラーメン")

    assert found.phrases == ()
    assert [word.token for word in found.words] == ["東京", "ラー", "ーメ", "メン"]


def test_korean_words_with_their_endings_need_not_stand_as_they_are():
    assert asked("블로그를 만드는 방법").phrases == ()


def test_the_last_word_may_be_unfinished():
    assert asked("find publis").prefix == "publis"
    assert asked("publish .en").prefix == ".en"
    assert asked("東").prefix == "東"
    assert asked('"a phrase"').prefix == ""


def test_synonyms_are_other_ways_to_say_each_word_of_a_phrase():
    synonyms = {"content management system": ["CMS"], "cms": ["content management system"]}

    by_name = asked("a content management system", synonyms=synonyms).words
    assert [(word.token, word.synonyms) for word in by_name] == [
        ("content", (("cms",),)),
        ("manag", (("cms",),)),
        ("system", (("cms",),)),
    ]
    assert asked("CMS", synonyms=synonyms).words[0].synonyms == (("content", "manag", "system"),)


def test_synonyms_are_known_by_the_stem_too():
    assert asked("layers", synonyms={"layer": ["stratum"]}).words[0].synonyms == (("stratum",),)


def test_what_stands_in_quotes_has_no_synonyms():
    assert asked('"cms"', synonyms={"cms": ["wagtail"]}).words[0].synonyms == ()
