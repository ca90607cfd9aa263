"""E105: an omission that gives somebody what the sentence tells of another."""

import pytest

from tests.evidence.valley import judged


def codes(post: str, text: str) -> list[str]:
    return [one.code for one in judged(post, text).faults]


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("Some farmers are poor and their lords are using them.", "Some farmers […] are using them."),
        ("The miller was honest, but the baker was selling sand.", "The miller […] was selling sand."),
        ("Many herders have left, and wolves have taken the lambs.", "Many herders […] have taken the lambs."),
        ("The council paid for the bridge while smugglers used it.", "The council […] used it."),
        ("Our teachers were tired; the boys broke the lamps.", "Our teachers […] broke the lamps."),
        ("The nurse had a bicycle, and the doctor had two cars.", "The nurse […] had two cars."),
        ("I was told the mill was old and the barn was new.", "I was told […] was new."),
        ("Some were badly taught by monks who are using old maps.", "Some […] are using old maps."),
        ("The priest is ill, and thieves were in the church.", "The priest […] were in the church."),
    ],
)
def test_a_subject_is_not_joined_to_the_deed_of_another(post: str, text: str) -> None:
    assert "E105" in codes(post, text)


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("The village had seven wells and now has five.", "The village […] has five."),
        ("The miller, who was old and whose sons had left, was glad.", "The miller […] was glad."),
        ("The herders of the plain and of the hills were tired.", "The herders […] were tired."),
        ("The boats were old, and the sails were new.", "The boats were old, and […] were new."),
        ("The nurse came by bicycle, stayed a week, and was thanked.", "The nurse […] was thanked."),
        ("Our teachers, tired and cold, were waiting for us.", "Our teachers […] were waiting for us."),
        ("The nurse came with a boy who was lame and was thanked.", "The nurse came […] and was thanked."),
        ("The bridge that was built by monks and farmers is closed.", "The bridge […] is closed."),
    ],
)
def test_one_that_stays_with_its_subject_passes(post: str, text: str) -> None:
    assert "E105" not in codes(post, text)


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("The herders who had believed in empty and false maps laughed.", "The herders […] laughed."),
        ("The nurse, who has never seen the sea, was glad.", "The nurse, […] was glad."),
        ("The barn, which had no roof any more, was sold.", "The barn, […] was sold."),
    ],
)
def test_a_denial_in_a_clause_that_is_left_out_whole_turns_nothing_round(post: str, text: str) -> None:
    assert "E106" not in codes(post, text)


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("The herders who came did not know the way.", "The herders […] know the way."),
        ("The herders had believed in empty and false maps.", "The herders had believed in empty […] maps."),
        ("The road which is never used in winter was dear.", "The road […] used in winter was dear."),
        ("The nurse, who was glad, but never smiled, was thanked.", "The nurse, […] smiled, was thanked."),
        ("The boy who had no boots and no coat was not fed.", "The boy […] fed."),
        ("The mill is not what was sold.", "The mill is […] sold."),
        ("The herders had no maps and laughed.", "The herders […] laughed."),
        ("The herders who had believed in no maps of gold laughed.", "The herders […] of gold laughed."),
        ("The herders who with no maps laughed came home.", "The herders […] laughed came home."),
        ("The nurse, who was glad that nobody came, was thanked.", "The nurse, […] was thanked."),
    ],
)
def test_one_in_more_or_less_than_such_a_clause_does(post: str, text: str) -> None:
    assert "E106" in codes(post, text)
