"""The picture in docs/architecture.md is what the code is now."""

from itertools import pairwise

from tests import layers


def test_that_the_picture_of_the_layers_is_that_of_the_code() -> None:
    """When this fails: `python -m tests.layers`, and look whether the new dot should be there."""
    assert layers.PICTURE.read_text(encoding="utf-8") == layers.drawn(layers.imports())


def test_that_in_the_model_imports_point_one_way() -> None:
    order = {part: at for at, part in enumerate(layers.PARTS)}
    back = [pair for pair in layers.imports() if pair[0].startswith("model") and order[pair[0]] > order[pair[1]]]
    assert back == []


def test_that_every_folder_of_the_program_is_in_it() -> None:
    folders = {
        path.parent.relative_to(layers.PROGRAM).as_posix()
        for path in layers.PROGRAM.rglob("*.py")
        if path.parent != layers.PROGRAM
    }
    assert folders == set(layers.PARTS)


def test_that_a_deeper_part_goes_before_the_one_around_it() -> None:
    assert layers.part_of("doorbraak.ui.household.map") == "ui/household"
    assert layers.part_of("doorbraak.ui.app") == "ui"
    assert layers.part_of("doorbraak.paths") == ""
    assert all(one > other for (one, _), (other, _) in pairwise(layers._SIZES))
