"""Elasticsearch's HTTP interface, as far as the site uses it, on this machine and in memory."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.search.engines.wagtail_backend.evaluation import BadRequestError, Evaluation, known, ordered

Answer = tuple[int, dict[str, Any]]


class FakeElasticsearch:
    """A server on a free port of 127.0.0.1. ``with FakeElasticsearch() as server: server.url``"""

    def __init__(self) -> None:
        self.indexes: dict[str, Index] = {}
        #: Method, path and body of every request, oldest first.
        self.requests: list[tuple[str, str, str]] = []
        #: Why requests were refused that Elasticsearch would refuse, or that nobody checked here.
        self.refused: list[str] = []
        #: Answers instead of the right ones, for trouble: a status, or None to hang up.
        self.trouble: int | None | str = ""
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> FakeElasticsearch:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def answer(self, method: str, address: str, body: str) -> Answer:
        self.requests.append((method, address, body))
        if self.trouble:
            return int(self.trouble), {"error": {"type": "trouble", "reason": "made for a test"}}
        parts = urlsplit(address)
        try:
            return self._answer(method, parts.path.strip("/").split("/"), parse_qs(parts.query), body)
        except BadRequestError as error:
            self.refused.append(str(error))
            return 400, {"error": {"type": "parsing_exception", "reason": str(error)}, "status": 400}

    def _answer(self, method: str, path: list[str], options: dict[str, list[str]], body: str) -> Answer:
        name, action = path[0], "/".join(path[1:])
        ways: dict[tuple[str, str], Callable[[], Answer]] = {
            ("HEAD", ""): lambda: (200 if name in self.indexes else 404, {}),
            ("PUT", ""): lambda: self._create(name, json.loads(body)),
            ("DELETE", ""): lambda: self._delete(name),
            ("POST", "_search"): lambda: self._search(name, json.loads(body)),
            ("PUT", "_bulk"): lambda: self._bulk(name, body, options),
            ("POST", "_bulk"): lambda: self._bulk(name, body, options),
        }
        if (method, action) not in ways:
            raise BadRequestError(f"no handler for {method} {action}")
        return ways[method, action]()

    def _create(self, name: str, body: dict[str, Any]) -> Answer:
        known(body, "mappings", "settings")
        if name in self.indexes:
            raise BadRequestError("resource_already_exists_exception")
        self.indexes[name] = Index(body["mappings"])
        return 200, {"acknowledged": True, "index": name}

    def _delete(self, name: str) -> Answer:
        return (200, {"acknowledged": True}) if self.indexes.pop(name, None) else _missing(name)

    def _search(self, name: str, body: dict[str, Any]) -> Answer:
        index = self.indexes.get(name)
        return (200, index.search(body)) if index else _missing(name)

    def _bulk(self, name: str, body: str, options: dict[str, list[str]]) -> Answer:
        lines = [json.loads(line) for line in body.splitlines() if line]
        index = self.indexes.setdefault(name, Index({"dynamic": True, "properties": {}}))
        items = index.change(lines)
        if options.get("refresh") == ["true"]:
            index.refresh()
        failed = any(next(iter(item.values()))["status"] >= 400 for item in items)
        return 200, {"took": 1, "errors": failed, "items": items}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                if server.trouble is None:
                    # Closing alone leaves the line open while the handler's files are.
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                    return
                status, data = server.answer(self.command, self.path, body)
                content = json.dumps(data).encode()
                self.send_response(status)
                self.send_header("X-Elastic-Product", "Elasticsearch")
                self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _any  # noqa: N815 - names of the standard library

            def log_message(self, *arguments: object) -> None:
                """Tests read answers, not logs."""

        return Handler


class Index:
    """Documents as searches see them, and those that wait for a refresh."""

    def __init__(self, mapping: dict[str, Any]) -> None:
        self.mapping = mapping
        self.documents: dict[int, dict[str, Any]] = {}
        self.waiting: dict[int, dict[str, Any]] = {}

    def change(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        items = []
        rest = iter(lines)
        for line in rest:
            ((action, target),) = line.items()
            page = int(target["_id"])
            if action == "index":
                items.append({action: self._write(page, next(rest))})
            elif action == "delete":
                gone = self.waiting.pop(page, None)
                items.append({action: {"_id": str(page), "status": 200 if gone else 404}})
            else:
                raise BadRequestError(f"unknown action [{action}]")
        return items

    def _write(self, page: int, document: dict[str, Any]) -> dict[str, Any]:
        if document.keys() - self.mapping["properties"].keys():
            return {"_id": str(page), "status": 400, "error": {"type": "strict_dynamic_mapping_exception"}}
        self.waiting[page] = document
        return {"_id": str(page), "status": 201}

    def refresh(self) -> None:
        self.documents = dict(self.waiting)

    def search(self, body: dict[str, Any]) -> dict[str, Any]:
        known(body, "query", "sort", "size", "_source")
        if body["size"] > 10_000:
            raise BadRequestError("index.max_result_window is 10000")
        found = Evaluation(self.documents).found(body["query"]) if self.documents else {}
        pages = ordered(found, self.documents, body.get("sort", [{"_score": "desc"}]))
        hits = [
            {
                "_id": str(page),
                "_score": found[page],
                "_source": {name: self.documents[page][name] for name in body["_source"]},
            }
            for page in pages[: body["size"]]
        ]
        total = {"value": len(found), "relation": "eq"}
        return {"took": 1, "timed_out": False, "hits": {"total": total, "max_score": None, "hits": hits}}


def _missing(name: str) -> Answer:
    return 404, {
        "error": {"type": "index_not_found_exception", "reason": f"no such index [{name}]"},
        "status": 404,
    }
