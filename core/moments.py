"""The first and the last moment a date of this site can be."""

from datetime import UTC, datetime, timedelta

#: Nearer to the first or last day there is, another time zone has no such moment.
FIRST_MOMENT = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
LAST_MOMENT = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)
