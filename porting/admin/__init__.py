"""Moving a blog in and out from the admin, for Administrators."""
