"""What is typed or chosen for a measure: a figure on its scale, or one of its words."""

from doorbraak.model.catalogue import Measure, fold, scale_of
from doorbraak.model.insight.measuring import on_scale
from doorbraak.ui.widgets.numbers import typed_number

Found = tuple[int | None, str]


def typed_found(measure: Measure | None, text: str) -> Found:
    """The figure in hundredths or the answer; of a measure that the list lost, any figure. Raises InputError."""
    answers = scale_of(measure).answers if measure else ()
    if answers:
        bare = fold(text)
        found: Found = None, next((answer for answer in answers if fold(answer) == bare), text.strip())
    else:
        bare = text.strip().replace("−", "-")
        sign = -1 if bare.startswith("-") else 1
        found = sign * typed_number(bare.removeprefix("-"), 2, "value_e2"), ""
    if measure:
        on_scale(measure, *found)
    return found


def answers_of(measure: Measure | None) -> list[tuple[str, str]]:
    """Its words to choose from; none for a figure."""
    return [(answer, answer) for answer in scale_of(measure).answers] if measure else []
