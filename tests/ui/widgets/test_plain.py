from PySide6.QtCore import Qt

from doorbraak.model.dossier import people
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.plain import tooltip
from tests.ui.conftest import page_named, table


def test_that_a_tooltip_shows_signs_as_typed() -> None:
    assert tooltip("<b>x</b>\n&") == "<qt>&lt;b&gt;x&lt;/b&gt;<br>&amp;</qt>"
    assert tooltip("") == ""


def test_that_a_typed_name_is_never_taken_for_html(window: MainWindow) -> None:
    window.session.run("Persoon toevoegen", people.add, window.view.household, name="<img src=x>")
    shown = table(page_named(window, "Mensen"), "Mensen")
    index = shown.model().index(7, 0)
    assert index.data() == "<img src=x>"
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
