from msgspec.structs import fields

from sitegen.config.site import SiteConfig, load_site


def test_every_setting_can_be_set_in_site_toml() -> None:
    for name in (field.name for field in fields(SiteConfig)):
        _, notes = load_site("content/site.toml", f"{name} = 0\n")
        assert "config-unknown-key" not in {note.code for note in notes}, name
