"""Jekyll, and Octopress before it."""
