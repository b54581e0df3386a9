"""What the search field offers while somebody types: posts, pages, categories, tags, authors, series."""
