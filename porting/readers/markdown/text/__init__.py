"""Markdown itself: from a text to HTML, and the signs that mean more than themselves."""
