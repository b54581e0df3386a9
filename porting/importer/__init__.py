"""From a ``SourceBlog`` to pages of this site: analysis first, then the import itself."""
