"""From a site to its pages: a plan with signatures, then bytes for those that changed.

`compile_templates` (in `templates`) and `to_html` (in `markdown`) are imported from their modules, so that a
build in which nothing changed loads neither Jinja nor a Markdown parser.
"""

from sitegen.render.assets import Assets, plan_assets
from sitegen.render.closures import closures
from sitegen.render.picture import Picture
from sitegen.render.plan import plan_pages, render
from sitegen.render.world import Page, World

__all__ = [
    "Assets",
    "Page",
    "Picture",
    "World",
    "closures",
    "plan_assets",
    "plan_pages",
    "render",
]
