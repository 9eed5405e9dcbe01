"""The large box for the first question: what is the problem according to the household. No button: it keeps itself."""

from doorbraak.model.dossier import own_words
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.model.workspace.store import Store
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.fields import TextField


class ProblemBox(TextField):
    """Shows the first answer to that question. Typing in an empty box makes one; emptying the box takes it away."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.session, self.tr("Wat is volgens u het probleem?"), self._write)
        self._page = page
        self.setPlaceholderText(
            self.tr("Schrijf op wat je hoort, in hun eigen woorden. Het hoeft nog nergens bij te passen.")
        )
        self.setMinimumHeight(84)

    def show_dossier(self, dossier: Dossier) -> None:
        said = first_answer(dossier.own_words)
        self.show_value(f"household:{dossier.household.id}:own-words-problem", said.words if said else "")

    def _write(self, text: str, merge: str) -> None:
        household = int(merge.split()[0].split(":")[1])  # of the place: another one may be in sight by now
        self._page.run(self.tr("Eigen woorden wijzigen"), say_problem, household, text, merge=merge)


def first_answer(said: tuple[OwnWords, ...]) -> OwnWords | None:
    return next((words for words in said if words.question == "problem"), None)


def say_problem(store: Store, household: int, text: str) -> None:
    """Write the first answer, add it, or take it away. Raises InputError when it is too long."""
    said = first_answer(own_words.of_household(store, household))
    if said is None:
        own_words.add(store, household, "problem", text)
    elif text.strip():
        own_words.reword(store, said.id, text)
    else:
        own_words.remove(store, said.id)
