"""The engine for SQLite: two full-text tables of FTS5, one for titles and one for everything."""
