"""What the home page is made of."""

from blog.blocks import PostsBlock
from core.blocks import ArticleBody


class HomeBody(ArticleBody):
    """Everything an article may hold, and lists of posts."""

    posts = PostsBlock()
