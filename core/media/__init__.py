"""Uploads: cleaned on the way in, served on the way out."""
