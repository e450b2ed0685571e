"""What an article is: title, date, authors, source, link, language, tags, summary, image."""

from sitegen.config.lexicon import Lexicon, compile_languages
from sitegen.metadata.author import describe_authors
from sitegen.metadata.context import Context
from sitegen.metadata.date import awaits_a_day, describe_dates
from sitegen.metadata.image import describe_image
from sitegen.metadata.keys import check_keys, given
from sitegen.metadata.language import describe_language
from sitegen.metadata.link import describe_link
from sitegen.metadata.page import lay_out
from sitegen.metadata.profiled import field_entries
from sitegen.metadata.source import describe_source
from sitegen.metadata.summary import describe_summary
from sitegen.metadata.tags import describe_tags
from sitegen.metadata.title import describe_title
from sitegen.model import Cleaned, Document, Metadata, Recognition

__all__ = ["Context", "Lexicon", "compile_languages", "describe"]


def describe(document: Document, cleaned: Cleaned, recognition: Recognition, context: Context) -> Metadata:
    """Every field with its candidates, the winner first, and what is wrong with the front matter.

    Reads all blocks, the cut ones too: noise is often the best evidence.
    """
    words = context.lexicon.of(recognition.language)
    page = lay_out(
        document,
        cleaned,
        context.lexicon.dates,
        day_first=words.day_first,
        american_clock=words.american_clock,
    )
    profile = context.profile(recognition.profile)
    fields = field_entries(page, profile)
    entries = given(context.override, document.meta, fields, context.override_path, document.page)
    language, notes = describe_language(document, entries, recognition)
    title, title_notes = describe_title(page, entries, words)
    link, link_notes = describe_link(page, entries, title.value, profile.domains if profile else (), words)
    date, updated, date_notes = describe_dates(page, entries, words, context, title, link)
    authors = describe_authors(page, entries, words, title)
    source = describe_source(page, entries, words, context, recognition.profile, link, title)
    image, image_notes = describe_image(page, entries)
    return Metadata(
        title=title,
        date=date,
        updated=updated,
        authors=authors,
        source=source,
        link=link,
        language=language,
        tags=describe_tags(page, entries),
        summary=describe_summary(page, entries, title, words),
        image=image,
        notes=(
            *check_keys(context.override_path or document.path, context.override),
            *check_keys(document.path, document.meta),
            *notes, *title_notes, *date_notes, *link_notes, *image_notes,
        ),
        awaiting=awaits_a_day(page, words, context, title, link),
    )  # fmt: skip
