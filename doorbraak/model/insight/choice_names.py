"""What the choices of a dossier are called on screen and in documents, in Dutch. "" is not chosen."""

from doorbraak.model.dossier.agencies import Bond, Future
from doorbraak.model.dossier.barriers import Rung
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.comparisons import Verdict as Compared
from doorbraak.model.dossier.confirmations import State
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.corrections import Decision
from doorbraak.model.dossier.costs import Effect, Recurrence
from doorbraak.model.dossier.custody import Authority
from doorbraak.model.dossier.events import Outcome
from doorbraak.model.dossier.household import CloseReason
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.justification import GroundRole
from doorbraak.model.dossier.life_events import Kind as LifeEventKind
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.dossier.outcomes import Worked
from doorbraak.model.dossier.own_words import Question
from doorbraak.model.dossier.people import Living, Sex
from doorbraak.model.dossier.perspectives import Side, Verdict
from doorbraak.model.dossier.problems import Owner
from doorbraak.model.dossier.sharing import Ground
from doorbraak.model.dossier.signals import Fixing, Solving
from doorbraak.model.dossier.tasks import Kind as TaskKind
from doorbraak.model.dossier.visits import Conversation, Place

NOT_CHOSEN = "Nog niet gekozen"

ORIGINS: dict[Origin, str] = {
    "": NOT_CHOSEN,
    "household": "Huishouden",
    "professional": "Professional",
    "agency": "Instantie",
    "published": "Publicatie",
    "example": "Voorbeeld",
}
OWNERS: dict[Owner, str] = {
    "": NOT_CHOSEN,
    "household": "Huishouden",
    "professional": "Professional",
    "system": "Systeem",
}
STATUSES: dict[Status, str] = {
    "proposed": "Voorgesteld",
    "requested": "Aangevraagd",
    "granted": "Toegekend",
    "partly": "Deels toegekend",
    "refused": "Afgewezen",
    "done": "Uitgevoerd",
    "evaluated": "Geëvalueerd",
    "withdrawn": "Ingetrokken",
}
GROUND_ROLES: dict[GroundRole, str] = {
    "carries": "Draagt de doorbraak",
    "room": "Geeft ruimte",
    "blocks": "Blokkeert",
}
LIVING: dict[Living, str] = {"yes": "Ja", "partly": "Deels", "no": "Nee"}
SEXES: dict[Sex, str] = {"": "Niet gezegd", "man": "Man", "woman": "Vrouw", "other": "Anders"}
AUTHORITIES: dict[Authority, str] = {
    "parental": "Ouderlijk gezag",
    "guardian": "Voogdij",
    "temporary": "Voorlopige voogdij",
    "institution": "Voogdij van een instelling",
    "unknown": "Onbekend",
}
QUESTIONS: dict[Question, str] = {
    "problem": "Wat is volgens u het probleem?",
    "self": "Wat kunt u zelf?",
    "with-whom": "Met wie kunt u dat?",
    "went-well": "Wat ging eerder goed?",
    "not-allowed": "Wat wilde u, en wat mocht niet?",
    "other": "Iets anders",
}
LIFE_EVENTS: dict[LifeEventKind, str] = {
    "birth": "Geboorte",
    "death": "Overlijden",
    "together": "Samenwonen of trouwen",
    "divorce": "Scheiding",
    "job": "Nieuw werk",
    "job-lost": "Werk verloren",
    "detention": "Detentie",
    "move": "Verhuizing",
    "homeless": "Woning kwijt",
    "illness": "Ziekte of opname",
    "child-placed": "Kind uit huis of weer thuis",
    "other": "Iets anders",
}
BONDS: dict[Bond, str] = {"": NOT_CHOSEN, "helps": "Helpt", "thin": "Dun", "strains": "Wringt"}
FUTURES: dict[Future, str] = {
    "": NOT_CHOSEN,
    "keep": "Houden",
    "pause": "Pauzeren",
    "stop": "Stoppen",
    "merge": "Samenvoegen",
}
PLACES: dict[Place, str] = {"home": "Thuis", "office": "Op kantoor", "phone": "Telefoon", "elsewhere": "Ergens anders"}
CONVERSATIONS: dict[Conversation, str] = {
    "": "Gewoon bezoek",
    "first": "Eerste gesprek",
    "plan": "Gesprek over het plan",
    "look-back": "Terugkijken",
}
WORKED: dict[Worked, str] = {"yes": "Ja", "partly": "Deels", "no": "Nee", "too-early": "Te vroeg"}
PARTS: dict[Part, str] = {
    "wanted-effect": "Gewenst effect",
    "purpose-of-laws": "Bedoeling van de wetten",
    "effects-short": "Gevolg voor het huishouden, nu",
    "effects-long": "Gevolg voor het huishouden, later",
    "others-short": "Gevolg voor anderen, nu",
    "others-long": "Gevolg voor anderen, later",
    "payer-short": "Gevolg voor wie betaalt, nu",
    "payer-long": "Gevolg voor wie betaalt, later",
    "legal-test": "Juridische toets",
    "legitimacy": "Legitimiteit",
    "involvement": "Betrokkenheid",
    "return": "Rendement",
    "weighing": "Afweging",
}
SIDES: dict[Side, str] = {
    "legal": "Juridisch",
    "economic": "Economisch",
    "societal": "Maatschappelijk",
    "lifeworld": "Leefwereld",
}
VERDICTS: dict[Verdict, str] = {
    "": NOT_CHOSEN,
    "for": "Voor",
    "conditions": "Voor, met voorwaarden",
    "against": "Tegen",
}
RUNGS: dict[Rung, str] = {
    "": NOT_CHOSEN,
    "law": "Wet",
    "ordinance": "Verordening",
    "policy-rule": "Beleidsregel",
    "work-process": "Werkproces",
    "ict": "ICT",
    "habit": "Gewoonte",
}
FIXING: dict[Fixing, str] = {
    "": NOT_CHOSEN,
    "open": "Nog niet",
    "busy": "Mee bezig",
    "done": "Geholpen",
    "failed": "Niet gelukt",
}
SOLVING: dict[Solving, str] = {
    "": NOT_CHOSEN,
    "told": "Gemeld",
    "promised": "Toegezegd",
    "changed": "Regel is anders",
    "refused": "Wil niet",
}
COMPARED: dict[Compared, str] = {"equal": "Gelijk", "differs": "Anders"}
MOMENTS: dict[Moment, str] = {
    "start": "Begin",
    "3": "Na 3 maanden",
    "6": "Na 6 maanden",
    "12": "Na 12 maanden",
    "between": "Tussendoor",
}
EVENT_OUTCOMES: dict[Outcome, str] = {"": "Dreigt nog", "happened": "Gebeurd", "averted": "Afgewend"}
RECURRENCES: dict[Recurrence, str] = {"yearly": "Per jaar", "once": "Eenmalig"}
EFFECTS: dict[Effect, str] = {"": NOT_CHOSEN, "cash": "Kasbaar", "capacity": "Capaciteit"}
CONFIRMATIONS: dict[State, str] = {"confirmed": "Bevestigd", "changed": "Veranderd", "unknown": "Onbekend"}
TASKS: dict[TaskKind, str] = {
    "task": "Taak",
    "promise": "Belofte",
    "appointment": "Afspraak",
    "payment": "Betaling",
    "deadline": "Uiterste datum",
    "objection": "Bezwaar",
}
SHARING_GROUNDS: dict[Ground, str] = {
    "": NOT_CHOSEN,
    "consent": "Toestemming",
    "contract": "Overeenkomst",
    "legal-obligation": "Wettelijke plicht",
    "vital-interest": "Vitaal belang",
    "public-task": "Taak van algemeen belang",
    "legitimate-interest": "Gerechtvaardigd belang",
}
DECISIONS: dict[Decision, str] = {
    "": "Nog niet beslist",
    "done": "Verbeterd",
    "partly": "Deels verbeterd",
    "refused": "Afgewezen",
    "statement": "Verklaring erbij gezet",
}
CLOSE_REASONS: dict[CloseReason, str] = {
    "": "Niet gesloten",
    "goals-reached": "Doelen bereikt",
    "handed-over": "Overgedragen",
    "moved": "Verhuisd",
    "household-stopped": "Huishouden stopt",
    "team-stopped": "Team stopt",
    "died": "Overleden",
    "other": "Andere reden",
}
