"""What machines read about a page."""
