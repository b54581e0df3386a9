"""One body from dialect HTML to blocks."""

from __future__ import annotations

from collections import Counter
from typing import Any

from porting.convert.audit import audit
from porting.convert.context import Block, Conversion, ConvertContext
from porting.convert.flow import BODY, flow_of
from porting.convert.identity import give_ids
from porting.convert.job import Job
from porting.convert.tree import parse
from porting.convert.written_notes import read_written_notes


def to_blocks(html: str, context: ConvertContext | None = None) -> Conversion:
    """The blocks of a body in dialect HTML. Takes any input; never raises for content.

    Whatever the converters lost all the same is found by comparing words, links, pictures and code of both sides,
    and told as a problem of that kind.
    """
    job_context = context or ConvertContext()
    body = parse(html)
    renumbered = read_written_notes(body)
    job = Job.for_body(body, job_context)
    for detail in renumbered:
        job.problem("footnotes", detail)
    blocks = flow_of(job, body.children, BODY)
    audit(job, body, blocks)
    give_ids(blocks)
    return Conversion(blocks, job.problems, _constructs(blocks))


def _constructs(blocks: list[Block]) -> Counter[str]:
    """How many blocks of each kind there are, those inside others included."""
    found: Counter[str] = Counter()
    _count(blocks, found)
    return found


def _count(value: Any, found: Counter[str]) -> None:
    if isinstance(value, list):
        for item in value:
            _count(item, found)
    elif isinstance(value, dict):
        if isinstance(value.get("type"), str) and "value" in value and value["type"] != "item":
            found[value["type"]] += 1
        for inner in value.values():
            _count(inner, found)
