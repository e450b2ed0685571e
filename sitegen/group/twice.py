"""Articles that are there twice: the same text under two names."""

from collections.abc import Sequence

from sitegen.model import Article, Diagnostic, Where, said

_LEAST = 20  # words: shorter texts may be the same by chance, as the caption of a film or an image


def twice(articles: Sequence[Article]) -> tuple[Diagnostic, ...]:
    """A warning for each article whose published text is that of one before it, by path, which it names.

    What an editor declared to be translations of each other is left alone.
    """
    first: dict[str, Article] = {}
    notes = []
    for article in sorted(articles, key=lambda item: item.path):
        if not article.text or article.words < _LEAST:
            continue
        other = first.setdefault(article.text, article)
        translated = article.translation and article.translation == other.translation
        if other is not article and not translated:
            message = said("this is the text of {path} again; both are published", path=other.path)
            hint = said("remove one of the two files, or make it a draft")
            notes.append(Diagnostic("article-twice", "warning", Where(article.path), message, hint))
    return tuple(notes)
