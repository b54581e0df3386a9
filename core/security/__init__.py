"""What the site tells browsers to refuse."""
