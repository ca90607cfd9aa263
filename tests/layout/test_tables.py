"""Tables have grounds and rules, and no boxes."""

from talkbuilder.layout.items import Ink, LineTo, Move
from talkbuilder.layout.plain_shapes import HAIRLINE, RULE, table_shapes
from tests.outputs.drawn import box, table


def test_grounds_lie_under_rules_and_a_rule_under_each_row_and_strong_ones_at_head_and_foot() -> None:
    shapes = list(table_shapes(table()))
    grounds = [shape for shape in shapes if shape.fill]
    assert [(ground.box, ground.fill) for ground in grounds] == [
        (box(100, 360, 300, 40), Ink("panel")),
    ]
    assert shapes[:1] == grounds
    rules = shapes[1:]
    assert [rule.box for rule in rules] == [box(100, y, 300, 0) for y in (320, 360, 400)]
    assert [rule.stroke for rule in rules] == [RULE, HAIRLINE, RULE]
    assert {rule.path for rule in rules} == {(Move(0, 0), LineTo(box(0, 0, 300, 0).width, 0))}
    assert not any(rule.fill for rule in rules)
