"""From a wanted site to a plan of files to write, keep and remove: pure."""

from sitegen.publish.manifest import Manifest, Stamp
from sitegen.publish.plan import PublishPlan, plan_publish

__all__ = ["Manifest", "PublishPlan", "Stamp", "plan_publish"]
