"""The charts of one household, on the page of the rekensom."""

from datetime import date

from doorbraak.model.documents.chart_list import of_household
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import Saving
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.charts import Charts


class ChartsBlock(Charts):
    def __init__(self, page: Page) -> None:
        super().__init__(page.session)

    def show_dossier(self, dossier: Dossier, saving: Saving) -> None:
        """`saving` over a year or more."""
        self.show_counted(of_household(dossier, saving, date.today()))
