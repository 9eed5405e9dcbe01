"""Words of Qt's own windows that its Dutch translation lacks."""

from PySide6.QtCore import QTranslator

_WORDS = {
    "Look in:": "Zoek in:",
    "&Look in:": "&Zoek in:",
    "Files of type:": "Soort bestand:",
    "Files of &type:": "Soor&t bestand:",
    "File &name:": "Bestands&naam:",
    "Directory:": "Map:",
    "&Choose": "&Kiezen",
    "Folder": "Map",
    "File Folder": "Map",
    "Name": "Naam",
    "Size": "Grootte",
    "Type": "Soort",
    "Kind": "Soort",
    "Date Modified": "Gewijzigd",
    "Pages per sheet:": "Pagina’s per vel:",
    "Page order:": "Volgorde:",
}
_ROOMS = ("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider", "QFileDialogOptions", "QPageSetupWidget")


class QtWords(QTranslator):
    """Asked before Qt's own translator; answers only for the windows in `_ROOMS`."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        return _WORDS.get(source) if context in _ROOMS else None
