"""The search server, by way of whichever of Wagtail's backends the settings name. The one place that talks to it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from wagtail.search.backends import get_search_backend

from search.engines.base import EngineAwayError
from search.engines.wagtail_backend.mapping import INDEX, VERSION

logger = logging.getLogger(__name__)
#: Seconds for which a server that did not answer is left alone, so that not every reader waits for it.
REST = 10.0
Answer = TypeVar("Answer")


class ServerAwayError(EngineAwayError):
    """The server did not answer, or not with what was asked for."""


class Server:
    """One index on one server. ``settings`` are those of a backend in WAGTAILSEARCH_BACKENDS."""

    def __init__(self, settings: dict[str, Any]) -> None:
        options = {name: value for name, value in settings.items() if name != "BACKEND"}
        self._backend = get_search_backend(settings["BACKEND"], **options)
        # Wagtail's own settings speak of analyzers for other indexes than this.
        self._backend.settings = INDEX
        self._index = self._backend.index_class(self._backend, f"{self._backend.index_prefix}words_{VERSION}")
        self._results = self._backend.results_class(self._backend, None)
        self._resting_until = 0.0

    def search(self, body: dict[str, Any]) -> dict[str, Any]:
        """The server's answer to a query; raises :class:`ServerAwayError`, at once while it rests."""
        return self._asked(lambda: self._results._backend_do_search(body, index=self._index.name))

    def change(self, actions: Iterable[dict[str, Any]]) -> None:
        """Write and delete documents; searches see it when this returns. Deleting what is not there is fine."""
        self._asked(lambda: self._change(list(actions)))

    def prepare(self) -> None:
        """Make the index, unless it is there."""
        self._asked(self._prepare)

    def forget(self) -> None:
        """Delete the index."""
        self._asked(self._index.delete)

    def _change(self, actions: list[dict[str, Any]]) -> None:
        self._prepare()
        _number, problems = self._backend.bulk(
            self._backend.es, actions, index=self._index.name, refresh=True, raise_on_error=False
        )
        serious = [problem for problem in problems for answer in problem.values() if answer["status"] != 404]
        if serious:
            raise ServerAwayError(f"{len(serious)} documents were refused, the first with {serious[0]}")

    def _prepare(self) -> None:
        if not self._backend.es.indices.exists(index=self._index.name):
            self._index.put()

    def _asked(self, ask: Callable[[], Answer]) -> Answer:
        if time.monotonic() < self._resting_until:
            raise ServerAwayError("The search server did not answer a moment ago.")
        try:
            answer = ask()
        except ServerAwayError:
            raise
        except Exception as error:
            # Each client has families of errors of its own, and none may reach a reader or stop a save.
            logger.warning("The search server did not answer: %s: %.300s", type(error).__name__, error)
            if not _is_about_the_question(error):
                self._resting_until = time.monotonic() + REST
            raise ServerAwayError(str(error)) from error
        self._resting_until = 0.0
        return answer


def _is_about_the_question(error: Exception) -> bool:
    """Whether the server is well and answered, but could not do this one thing, such as look in no index."""
    status = getattr(error, "status_code", None)
    return isinstance(status, int) and status < 500 and status != 429
