"""Pictures drawn for links that are shared: a title, who wrote it, and the site's name and mark."""
