"""Blogs kept as Markdown files: what all systems share, and one module a system."""
