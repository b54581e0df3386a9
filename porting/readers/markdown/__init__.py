"""Blogs kept as Markdown files: what all systems share, a folder for each system, and the languages they write in."""
