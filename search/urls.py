"""Addresses of the search."""

from django.urls import path

from search import views
from search.log.clicked import clicked
from search.opensearch import descriptor
from search.suggestions.view import suggestions

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("suggest/", suggestions, name="suggest"),
    path("clicked/", clicked, name="clicked"),
    path("opensearch.xml", descriptor, name="opensearch"),
]
