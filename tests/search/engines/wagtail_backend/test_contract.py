"""Everything promised of every engine holds for this one: the same tests, asked of another ``engine``."""

from tests.search.engines.test_matching import *  # noqa: F403 - all tests of the contract, and their fixture
