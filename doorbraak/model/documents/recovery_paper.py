"""The recovery code on paper, to be kept apart from the laptop: the only place where it is."""

from datetime import date

from doorbraak.model.documents.document import Bullets, Document, Paragraph, Section


def recovery_paper_of(code: str, workspace: str, today: date) -> Document:
    """`workspace` is what the workspace is called; nothing of a household is on it."""
    about = f"Werkmap: {workspace}" if workspace else "Werkmap van Doorbraak"
    return Document(
        title="Herstelcode",
        subtitle=about,
        on=today,
        marks=("Vertrouwelijk", "Bewaar dit apart van de laptop"),
        sections=(
            Section("De code", (Paragraph(code, "strong"),)),
            Section(
                "Waar is deze code voor?",
                (
                    Paragraph("Ben je de wachtzin kwijt? Dan opent deze code de werkmap."),
                    Bullets(
                        (
                            "Typ de code op de plek van de wachtzin.",
                            "Hoofdletters, spaties en streepjes maken niet uit.",
                            "Er zit geen letter I, L, O of U in. Wat zo lijkt, is een cijfer of een V.",
                            "Kies daarna meteen een nieuwe wachtzin.",
                        )
                    ),
                ),
            ),
            Section(
                "Hoe bewaar je hem?",
                (
                    Bullets(
                        (
                            "Leg dit papier in een kluis of een kast op slot.",
                            "Bewaar het niet in de tas van de laptop.",
                            "Wie dit papier heeft en de laptop, kan alles lezen.",
                            "Maak je een nieuwe code? Vernietig dan dit papier.",
                        )
                    ),
                ),
            ),
        ),
    )
