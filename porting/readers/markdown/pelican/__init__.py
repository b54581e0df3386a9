"""Pelican: settings that are a program, posts with lines of fields above the text."""
