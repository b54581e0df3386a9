"""What rooms above tell each other without knowing each other."""

from django.dispatch import Signal

#: Sent with ``page_ids`` by whoever writes pages without saving them one by one, inside the same transaction.
pages_written = Signal()
