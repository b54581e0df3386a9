"""The engine for sites that outgrow one machine: words lie in Elasticsearch or OpenSearch, through Wagtail's backend.

The server is told words and dates only. Who may read what, where a page stands and when it expires stay in the
database, which is asked about everything the server finds: an index that is behind can lose a page, but show none.
"""
