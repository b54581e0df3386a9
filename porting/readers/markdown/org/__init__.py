"""Org, the language of Emacs' outlines, which Hugo reads beside Markdown."""
