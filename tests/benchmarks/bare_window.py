"""The floor of a start: a PySide6 window with a table, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

if __name__ == "__main__":
    app = QApplication(sys.argv)
    table = QTableWidget(30, 5)
    for at in range(150):
        table.setItem(at // 5, at % 5, QTableWidgetItem(f"cel {at}"))
    window = QMainWindow()
    window.setWindowTitle("bare window")
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    sys.exit(app.exec())
