"""What is written, kept and removed."""

from sitegen.publish import Stamp, plan_publish


def test_a_page_is_made_again_when_what_it_shows_changed() -> None:
    before = {"same": Stamp("1", "x", 1), "changed": Stamp("1", "x", 1), "gone": Stamp("1", "x", 1)}
    plan = plan_publish({"same": "1", "changed": "2", "new": "1"}, before)
    assert plan.make == ("changed", "new")
    assert plan.keep == ("same",)
    assert plan.remove == ("gone",)


def test_nothing_to_do_is_idle() -> None:
    assert plan_publish({"a": "1"}, {"a": Stamp("1", "x", 1)}).idle
