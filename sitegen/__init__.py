"""sitegen: raw captures in, a published press digest out."""

__version__ = "0.1.0"
