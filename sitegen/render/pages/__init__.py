"""render/pages."""
