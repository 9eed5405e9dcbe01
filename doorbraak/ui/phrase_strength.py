"""The line below a field for a new passphrase: what is still missing, or that it will do."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from doorbraak.ui.widgets.blocks import quiet


def strength_line(field: QLineEdit, workspace: str = "") -> QLabel:
    """Follows what is typed in `field`. `workspace` is what the workspace is called: no passphrase may look like it."""
    hint = QApplication.translate("PhraseStrength", "Ten minste 12 tekens, bijvoorbeeld vier losse woorden.")
    line = quiet(hint)

    def judge(text: str) -> None:
        from doorbraak.model.workspace import strength  # late: a start needs none of it

        said = strength.said(text, workspace)
        line.setText(said or hint)
        field.setAccessibleDescription(said)

    field.textChanged.connect(judge)
    return line
