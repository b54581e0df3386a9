"""Ways out: everything of a blog collected once (``collect``), and written in one of several forms."""
