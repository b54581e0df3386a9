"""Bringing a blog in from another system, and taking this one out again."""
