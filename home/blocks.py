"""What the home page is made of."""

from core.blocks import ArticleBody
from blog.blocks import PostsBlock


class HomeBody(ArticleBody):
    """Everything an article may hold, and lists of posts."""

    posts = PostsBlock()
