"""What is searched for, counted by day and by nothing else: no person, no address, no time."""

from search.log.counting import record, record_click

__all__ = ["record", "record_click"]
