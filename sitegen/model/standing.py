"""What of the published site stands while the next one is planned."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from sitegen.model.site import Article, Collection

# Places in a shelf over which one article's page shows another: where one changes, so far may others have to.
REACH = 3


class Basis(Struct, frozen=True):
    """What a published site was planned from: enough to tell which of its files a changed article can touch.

    ``material`` is the digest of all that is not an article. The others are columns, one row an article in
    the site's order: its id, the digest of all that it shows, the digest of what gives it its place among
    the others, and the token under which lists show it. ``pages`` and ``feeds`` say how many files there are
    of either kind.
    """

    material: str
    ids: tuple[str, ...]
    digests: tuple[str, ...]
    places: tuple[str, ...]
    tokens: tuple[str, ...]
    pages: int
    feeds: int


class Standing(Struct, frozen=True):
    """The published files that need not be signed again, as long as nothing that they show has changed.

    ``signatures`` are those of the published site by path, empty where all is to be signed anew; ``changed``
    are the ids of the articles that are not as they were, ``near`` those and all whose pages can show one of
    them, ``touched`` the shelves that hold one, by kind and key; ``tokens`` are what lists show of the
    others, ``places`` the digests of all articles' places. ``brief`` says that what stands may be left out
    of plans: every published file but those planned anew stays as it is.
    """

    signatures: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    touched: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    tokens: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    brief: bool = False

    def leaves_out(self, shelf: Collection) -> bool:
        """Whether no file that shows this shelf and nothing else has to be planned."""
        return self.brief and (shelf.kind, shelf.key) not in self.touched

    def of_list(self, path: str, articles: Sequence[Article]) -> str:
        """The signature of a file that shows these articles and no others; "" where it is to be made anew."""
        kept = self.signatures.get(path, "")
        return kept if kept and self.changed.isdisjoint([article.id for article in articles]) else ""

    def of_one(self, path: str, article: Article) -> str:
        """The signature of a file that shows this article alone, as above."""
        return "" if article.id in self.changed else self.signatures.get(path, "")

    def of_places(self, path: str) -> str:
        """The signature of a file that shows no more of articles than their days and labels, as above."""
        return self.signatures.get(path, "")

    def of_page(self, path: str, article: Article) -> str:
        """The signature of an article's page, which shows some others too, as above."""
        return "" if article.id in self.near else self.signatures.get(path, "")
