"""The account people sign in with. Bylines are blog authors, not accounts."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A sign-in account; a model of our own from the first migration so that it can grow."""
