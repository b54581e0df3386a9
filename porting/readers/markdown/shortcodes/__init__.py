"""Shortcodes, which Hugo and Zola put into their texts."""
