"""Liquid, the template language of Jekyll, Octopress and Hexo, as far as posts use it."""
