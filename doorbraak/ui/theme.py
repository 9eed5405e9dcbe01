"""Our own palettes: light, dark, high contrast. Every pair of text and ground that is used is tested."""

from dataclasses import dataclass

from PySide6 import QtCore  # its constants load when one is named
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from doorbraak import paths


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for. `edge` is for borders of controls, `line` for quiet separators."""

    name: str
    ground: str
    field: str
    side: str
    stripe: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    chosen: str
    edge: str
    line: str
    warning: str
    warning_ground: str
    good: str

    @property
    def dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return contrast(self.text, "#000000") > contrast(self.ground, "#000000")


LIGHT = Theme(
    "light",
    ground="#FBFAF7",
    field="#FFFFFF",
    side="#F1EEE7",
    stripe="#F7F5F0",
    text="#1D2730",
    quiet="#56616B",
    accent="#17416F",
    on_accent="#FFFFFF",
    chosen="#DCE7F3",
    edge="#7F8A94",
    line="#DDD8CE",
    warning="#A3201A",
    warning_ground="#FBEAE8",
    good="#1A6136",
)
DARK = Theme(
    "dark",
    ground="#171C22",
    field="#1F262E",
    side="#12161B",
    stripe="#242C35",
    text="#E9ECEE",
    quiet="#A7B2BC",
    accent="#8DBBEE",
    on_accent="#10202F",
    chosen="#2E4359",
    edge="#76828D",
    line="#35404B",
    warning="#FFA79E",
    warning_ground="#46211F",
    good="#8BD3A2",
)
CONTRAST = Theme(
    "contrast",
    ground="#000000",
    field="#000000",
    side="#000000",
    stripe="#1A1A1A",
    text="#FFFFFF",
    quiet="#E0E0E0",
    accent="#FFE14D",
    on_accent="#000000",
    chosen="#003A8C",
    edge="#FFFFFF",
    line="#ABABAB",
    warning="#FFB0B0",
    warning_ground="#3D0000",
    good="#7DFFA0",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def system_theme() -> Theme:
    """What the desktop asks for."""
    hints = QGuiApplication.styleHints()  # held: what is asked of it goes when it goes
    if hints.accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == QtCore.Qt.ColorScheme.Dark else LIGHT


LETTERS = {"heading": 1.1, "name": 1.35, "figure": 1.5, "title": 1.7}
"""How much larger than plain text, all in bold. A label takes one by its property "letters"."""
SPACES = (0, 2, 4, 6, 8, 12, 16, 24, 32)
"""Pixels between things and around them: what belongs together 2 to 6, blocks 8 to 16, the edge of a room 24 and 32."""
STYLE = "fusion"
STYLED = "doorbraak_styled"  # a property of the application that has it


def current() -> Theme:
    """The theme in use; widgets that paint for themselves ask here."""
    name = QApplication.instance().property("doorbraak_theme")  # type: ignore[union-attr]
    return THEMES.get(str(name), LIGHT)


def apply(app: QApplication, theme: Theme) -> None:
    app.setProperty("doorbraak_theme", theme.name)
    if not app.property(STYLED):
        app.setStyle(STYLE)
        app.setProperty(STYLED, True)
    app.setPalette(palette(theme))
    if app.property("doorbraak_points") is None:
        app.setProperty("doorbraak_points", app.font().pointSizeF())
    app.setStyleSheet(style_sheet(theme, app.font().pointSizeF()))


def zoom() -> float:
    """How large letters are beside those that the system began with: what is set in pixels follows."""
    began = QApplication.instance().property("doorbraak_points")  # type: ignore[union-attr]
    return QApplication.font().pointSizeF() / float(began) if began else 1.0


def palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, theme.ground),
        (role.WindowText, theme.text),
        (role.Base, theme.field),
        (role.AlternateBase, theme.stripe),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.quiet),
        (role.Button, theme.field),
        (role.ButtonText, theme.text),
        (role.Highlight, theme.chosen),
        (role.HighlightedText, theme.text),
        (role.ToolTipBase, theme.field),
        (role.ToolTipText, theme.text),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Mid, theme.edge),
        (role.Dark, theme.edge),
        (role.Light, theme.field),
        (role.Midlight, theme.line),
        (role.Shadow, theme.edge),
        (role.BrightText, theme.warning),
        (role.Accent, theme.accent),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.quiet))
    return made


def style_sheet(theme: Theme, points: float) -> str:
    """`points` is the size of plain text."""
    plain = QFont(QGuiApplication.font())
    plain.setPointSizeF(points)
    line = max(18, QFontMetrics(plain).height())  # what has a least height here may be squeezed to that, words and all
    ring = 2 if theme is CONTRAST else 1  # around a table with the focus: there another colour alone is not seen
    letters = "\n".join(
        f'QLabel[letters="{name}"] {{ font-weight: 700; font-size: {points * share:.1f}pt; }}'
        for name, share in LETTERS.items()
    )
    return f"""
    {letters}
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ color: {theme.text}; background: {theme.field}; border: 1px solid {theme.edge}; }}
    QLineEdit, QComboBox, QPlainTextEdit, QDateEdit, QSpinBox {{
        background: {theme.field}; color: {theme.text}; border: 1px solid {theme.edge};
        border-radius: 4px; padding: 4px 6px; selection-background-color: {theme.chosen};
        selection-color: {theme.text}; min-height: {line}px; }}
    QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
        color: {theme.quiet}; border-color: {theme.line}; }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.quiet}; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {theme.accent}; padding: 3px 5px; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {theme.warning}; padding: 3px 5px; }}
    QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus {{
        border: 3px solid {theme.warning}; padding: 2px 4px; }}
    QToolButton:focus {{ border: 2px solid {theme.accent}; border-radius: 4px; }}
    QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; padding: 0 3px; min-height: 0; }}
    QComboBox::drop-down {{ border: 0; width: 22px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {theme.edge}; selection-background-color: {theme.chosen};
        selection-color: {theme.text}; }}
    QPushButton {{ background: {theme.field}; color: {theme.text}; border: 1px solid {theme.edge};
        border-radius: 4px; padding: 5px 14px; min-height: {line}px; }}
    QPushButton:hover {{ background: {theme.chosen}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 4px 13px; }}
    QPushButton:disabled {{ color: {theme.quiet}; border-color: {theme.line}; }}
    QPushButton#card, QPushButton#card:focus {{ padding: 0; border-radius: 6px; }}
    QPushButton#card {{ border: 1px solid {theme.edge}; }}
    QPushButton#card:focus {{ border: 2px solid {theme.accent}; }}
    QPushButton[main="true"] {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
    QPushButton[main="true"]:focus {{ background: {theme.field}; color: {theme.accent};
        border: 3px solid {theme.accent}; padding: 3px 12px; }}
    QPushButton[main="true"]:disabled {{ background: {theme.ground}; color: {theme.quiet};
        border-color: {theme.line}; }}
    QTableView {{ background: {theme.field}; alternate-background-color: {theme.stripe}; border: 1px solid {theme.line};
        padding: {ring - 1}px; gridline-color: {theme.line}; selection-background-color: {theme.chosen};
        selection-color: {theme.text}; }}
    QTableView:focus, QTreeView:focus {{ border: {ring}px solid {theme.accent}; padding: 0; }}
    QHeaderView::section {{ background: {theme.ground}; color: {theme.quiet}; border: 0;
        border-bottom: 1px solid {theme.edge}; padding: 5px 4px; font-weight: 600; }}
    QListView#nav {{ background: {theme.side}; border: 0; outline: 0; padding: 4px 0; }}
    QListView#nav::item {{ padding: 0 12px; border-left: 4px solid transparent; color: {theme.text}; }}
    QListView#nav::item:selected {{ background: {theme.field}; border-left: 4px solid {theme.accent};
        color: {theme.accent}; }}
    QListView#nav:focus {{ border: 1px solid {theme.accent}; }}
    QWidget#top {{ background: {theme.field}; border-bottom: 1px solid {theme.line}; }}
    QFrame#guide {{ background: {theme.chosen}; border: 0; }}
    QFrame#guide QPushButton {{ border-color: {theme.accent}; }}
    QFrame#card {{ background: {theme.field}; border: 1px solid {theme.line}; border-radius: 6px; }}
    QLabel[quiet="true"] {{ color: {theme.quiet}; }}
    QLabel[good="true"] {{ color: {theme.good}; }}
    QLabel#mark {{ color: {theme.warning}; font-weight: 700; }}
    QLabel#notice {{ background: {theme.warning_ground}; color: {theme.warning}; border: 1px solid {theme.warning};
        border-radius: 4px; padding: 6px 10px; }}
    QLabel#notice[calm="true"] {{ background: {theme.chosen}; color: {theme.text}; border-color: {theme.accent}; }}
    QCheckBox, QRadioButton {{ min-height: 24px; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{ width: 16px; height: 16px; border: 1px solid {theme.edge};
        border-radius: 3px; background: {theme.field}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {theme.accent};
        border-color: {theme.accent}; image: url("{_tick(theme)}"); }}
    QTreeView {{ background: {theme.field}; border: 1px solid {theme.line}; padding: {ring - 1}px; outline: 0; }}
    QTreeView::item {{ min-height: 24px; }}
    QTreeView::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
    QListWidget {{ outline: 0; }}
    QListWidget:focus {{ border: 1px solid {theme.accent}; }}
    QListWidget::item {{ min-height: 26px; padding: 0 4px; border: 0; }}
    QListWidget::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
    QListWidget::item:focus {{ border: 1px solid {theme.accent}; padding: 0 3px; }}
    QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
    QSplitter::handle {{ background: {theme.ground}; }}
    QTabBar::tab {{ padding: 6px 14px; color: {theme.quiet}; border: 0; border-bottom: 3px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.accent}; border-bottom: 3px solid {theme.accent}; }}
    QTabBar::tab:selected:focus {{ color: {theme.text}; border: 1px solid {theme.accent};
        border-bottom: 3px solid {theme.accent}; padding: 5px 13px 6px 13px; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {theme.line}; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ padding: 2px 12px; color: {theme.quiet}; }}
    QStatusBar {{ background: {theme.side}; color: {theme.quiet}; }}
    QMenuBar {{ background: {theme.side}; color: {theme.text}; }}
    QMenuBar::item {{ padding: 5px 10px; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
    QMenu {{ background: {theme.field}; color: {theme.text}; border: 1px solid {theme.edge}; }}
    QMenu::item {{ padding: 5px 24px; }}
    QMenu::item:disabled {{ color: {theme.quiet}; }}
    QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
    QAbstractScrollArea::corner {{ background: {theme.ground}; border: 0; }}
    QScrollBar:vertical {{ background: {theme.ground}; width: 12px; }}
    QScrollBar::handle:vertical {{ background: {theme.edge}; border-radius: 5px; min-height: 24px; margin: 1px; }}
    QScrollBar:horizontal {{ background: {theme.ground}; height: 12px; }}
    QScrollBar::handle:horizontal {{ background: {theme.edge}; border-radius: 5px; min-width: 24px; margin: 1px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
        width: 0; height: 0; }}
    """


def _tick(theme: Theme) -> str:
    """As a style sheet wants a path: with forward slashes, and no quotation marks inside it."""
    return (paths.resources() / "icons" / f"tick-{theme.name}.svg").as_posix().replace('"', '\\"')


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours, 1 to 21 (w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
