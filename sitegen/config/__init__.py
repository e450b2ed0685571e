"""Editors' files into one typed, validated, frozen value."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.config.countries import CountryBook, load_countries
from sitegen.config.feeds import Selection, load_selections
from sitegen.config.languages import Language, load_languages
from sitegen.config.noise import Rulebook, load_noise
from sitegen.config.overrides import Override, load_overrides
from sitegen.config.site import SiteConfig, load_site
from sitegen.config.sources import Profile, load_sources
from sitegen.config.themes import ThemeBook, load_themes
from sitegen.config.ui import Strings, load_ui
from sitegen.model import Diagnostic

SITE = "content/site.toml"
DEFAULT_UI = "defaults/ui/fr.toml"  # the program's own words, beside a site's own `content/ui/fr.toml`


class Lore(Struct, frozen=True):
    """World knowledge: what an analysis of any article is made with, in plain data."""

    countries: CountryBook
    themes: ThemeBook
    languages: tuple[Language, ...]
    noise: Rulebook
    sources: tuple[Profile, ...]
    notes: tuple[Diagnostic, ...] = ()


class Choices(Struct, frozen=True):
    """What editors chose for their site: settings, corrections of articles, feeds, the interface's words."""

    site: SiteConfig
    overrides: tuple[Override, ...]
    selections: tuple[Selection, ...]
    ui: dict[str, Strings]
    notes: tuple[Diagnostic, ...] = ()


class Config(Struct, frozen=True):
    """Everything that editors set, in plain data."""

    lore: Lore
    choices: Choices

    @property
    def site(self) -> SiteConfig:
        """The site's own settings."""
        return self.choices.site

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """Every mistake in any of the files."""
        return (*self.choices.notes, *self.lore.notes)


def load(files: Mapping[str, str], base_url: str = "") -> Config:
    """The configuration of all `content/` TOML files by path, with every mistake in every one of them.

    ``base_url`` is the site's address where the command gives one.
    """
    return Config(load_lore(files), load_choices(files, base_url))


def load_lore(files: Mapping[str, str]) -> Lore:
    """The world knowledge of these files by path, with every mistake in it."""
    countries, country_notes = load_countries(_below(files, "content/countries.toml"))
    themes, theme_notes = load_themes(_below(files, "content/themes.toml"))
    languages, language_notes = load_languages(_below(files, "content/languages/"))
    noise, noise_notes = load_noise(_below(files, "content/noise/"))
    sources, source_notes = load_sources(_below(files, "content/sources/"))
    notes = (*country_notes, *theme_notes, *language_notes, *noise_notes, *source_notes)
    return Lore(countries, themes, languages, noise, sources, notes)


def load_choices(files: Mapping[str, str], base_url: str = "") -> Choices:
    """The site's choices of these files by path, with every mistake in them; ``base_url`` as for `load`."""
    words = _below(files, "content/ui/")
    spoken = {path.rsplit("/", 1)[-1].removesuffix(".toml") for path in words}
    site, site_notes = load_site(SITE, files.get(SITE, ""), base_url, spoken or {"fr"})
    overrides, override_notes = load_overrides(_below(files, "content/overrides/"))
    selections, selection_notes = load_selections(_below(files, "content/feeds/"))
    ui, ui_notes = load_ui(words, files.get(DEFAULT_UI, ""))
    notes = (*site_notes, *override_notes, *selection_notes, *ui_notes)
    return Choices(site, overrides, selections, ui, notes)


def _below(files: Mapping[str, str], start: str) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.startswith(start)}
