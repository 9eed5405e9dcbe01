import pytest

from doorbraak.model.dossier import copy_blocks
from doorbraak.model.dossier.copy_blocks import MOST, CopyBlock
from doorbraak.model.errors import InputError

TWO = (CopyBlock("visit", "Gespreksverslag"), CopyBlock("goals", shown=False))


def test_that_the_order_and_labels_are_those_that_were_written_last(do, store) -> None:
    assert copy_blocks.all_of(store) == ()
    do(copy_blocks.write, TWO)
    assert copy_blocks.all_of(store) == TWO
    do(copy_blocks.write, TWO[::-1])
    assert copy_blocks.all_of(store) == TWO[::-1]
    do(copy_blocks.write, ())
    assert copy_blocks.all_of(store) == ()


@pytest.mark.parametrize(
    "blocks", [(TWO[0], TWO[0]), (CopyBlock(""),), tuple(CopyBlock(str(at)) for at in range(MOST + 1))]
)
def test_that_an_impossible_order_changes_nothing(do, store, blocks) -> None:
    do(copy_blocks.write, TWO)
    with pytest.raises(InputError):
        do(copy_blocks.write, blocks)
    assert copy_blocks.all_of(store) == TWO
