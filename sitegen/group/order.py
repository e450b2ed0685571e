"""The one order of articles: newest first, undated last, ties by path."""

from collections.abc import Iterable

from sitegen.model import Article


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles as every list shows them; of one day, those with a time of day come first, latest first."""
    by_path = sorted(articles, key=lambda article: article.path)
    return tuple(sorted(by_path, key=_recency, reverse=True))


def _recency(article: Article) -> tuple[int, float]:
    """A key that grows with newness; 0 for an undated item, so that it ends last."""
    day = article.date.toordinal() if article.date else 0
    return day, article.published.timestamp() if article.published else 0.0
