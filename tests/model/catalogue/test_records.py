import dataclasses

import pytest

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.catalogue import records as module


def test_that_every_record_is_frozen_and_has_slots() -> None:
    classes = [kind for kind in vars(module).values() if dataclasses.is_dataclass(kind)]
    assert len(classes) == 18
    assert all(kind.__dataclass_params__.frozen and "__slots__" in vars(kind) for kind in classes)


def test_that_a_list_cannot_be_changed_by_its_reader(catalogue: Catalogue) -> None:
    with pytest.raises(TypeError):
        catalogue.problems["x"] = catalogue.problems["dakloos"]  # type: ignore[index]


def test_that_a_benefit_is_a_transfer_and_care_is_not(catalogue: Catalogue) -> None:
    assert catalogue.prices["bijstand-alleenstaande-2026"].transfer
    assert {price.category for price in catalogue.prices.values() if price.transfer} == {
        "Inkomen en uitkering",
        "Toeslagen en kindregelingen",
    }
    assert not catalogue.prices["huisarts-consult"].transfer
