"""Which pages there are, and one page as bytes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitegen.model import Artifact, Body
from sitegen.render.frame import chrome, feeds_digest, fragment
from sitegen.render.pages import PLANS, VIEWS, fixed, machine, names, share
from sitegen.render.world import Page, World

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates


def plan_pages(world: World) -> tuple[Page, ...]:
    """Every page of the site with the digest of what it depends on; the first claim on a path wins."""
    pages: dict[str, Page] = {}
    for plan in PLANS:
        for page in plan(world):
            pages.setdefault(page.path, page)
    return tuple(pages.values())


def render(page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates") -> Artifact:
    """A page's file."""
    if page.kind == machine.MANIFEST:
        return Artifact(page.path, machine.manifest(world))
    if page.kind == names.KIND:
        return Artifact(page.path, names.data(world))
    if page.kind == share.KIND:
        return Artifact(page.path, share.image(world, page))
    if page.kind == machine.WORKER:
        text = templates.get("pages/worker.js").render(setup=machine.worker_setup(world, page))
        return Artifact(page.path, text.encode())
    if page.kind == machine.ALIAS:
        seen = machine.alias_view(world, page)
        text = templates.get("pages/alias.html").render(page=seen, site=world.config, ui=world.words)
        return Artifact(page.path, text.encode())
    module = VIEWS[page.kind]
    head, view = module.view(page, world, bodies, templates)
    name = fixed.template_of(page) if page.kind == fixed.KIND else module.TEMPLATE
    text = templates.get(name).render(
        page=view,
        head=head,
        site=world.site_view,
        ui=world.words,
        assets=world.asset_urls,
        chrome=chrome(world, templates, head.section),
        crumbs=fragment(
            world,
            templates,
            "partials/crumbs.html",
            tuple(link.url + link.name for link in head.crumbs),
            crumbs=head.crumbs,
        ),
        announced=fragment(
            world, templates, "partials/announced.html", (feeds_digest(head.feeds),), feeds=head.feeds
        ),
    )
    return Artifact(page.path, text.encode())
