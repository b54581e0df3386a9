"""The engine for PostgreSQL: one table with a row for each word of each document."""
