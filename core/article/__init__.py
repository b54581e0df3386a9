"""Rendering and measuring the body of a page: one walk over the stored blocks, one query per kind."""
