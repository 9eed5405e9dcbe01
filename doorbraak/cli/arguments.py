"""What can be typed after `doorbraak`, and in Dutch what is wrong with it."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from doorbraak import __version__

# What argparse says in English, without what was typed: that may be about a household.
_FAULTS = (
    (r"the following arguments are required: (.+)", "Er ontbreekt iets: {}."),
    (r"argument (\S+): expected .*argument.*", "Achter {} ontbreekt de waarde."),
    (r"one of the arguments (.+) is required", "Kies één van: {}."),
    (r"argument (\S+): not allowed with argument (\S+)", "{} en {} gaan niet samen."),
    (r"argument (\S+): invalid int value.*", "Bij {} hoort een heel getal."),
    (r"argument (\S+): ignored explicit argument.*", "Bij {} hoort geen waarde."),
    (r"argument \S+: invalid choice.*", "Deze opdracht bestaat niet."),
    (r"unrecognized arguments.*", "Er staat iets te veel, of een optie die niet bestaat."),
)
_OF_THE_WINDOW = {"--workspace", "--open"}  # with the value behind them


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Help and faults in Dutch; wrong usage ends with 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"allow_abbrev": False, "formatter_class": _Help, **options, "add_help": False},
        )
        self._positionals.title = "Wat erbij hoort"
        self._optionals.title = "Opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def parse_known_args(self, *words: Any, **options: Any) -> Any:
        """What is too much is said by the command behind which it stands: its help lists what can be typed there."""
        known, extra = super().parse_known_args(*words, **options)
        if extra:
            self.error("unrecognized arguments")
        return known, extra

    def error(self, message: str) -> NoReturn:
        said = "Deze opdracht is niet te lezen."
        for pattern, sentence in _FAULTS:
            if match := re.fullmatch(pattern, message, re.DOTALL):
                said = sentence.format(*match.groups())
        self.exit(2, f"{self.format_usage()}{said} Meer uitleg: {self.prog} --help\n")


def read(words: Sequence[str]) -> argparse.Namespace:
    """What was typed. A start of the window alone does not wait for the twenty commands. Raises SystemExit."""
    options, values = words[::2], words[1::2]
    window = len(options) == len(values) and set(options) <= _OF_THE_WINDOW and not any(v[:1] == "-" for v in values)
    return parser(commands=not window).parse_args(words)


def parser(*, commands: bool = True) -> Parser:
    whole = Parser(
        prog="doorbraak",
        description="Breng een huishouden in kaart, onderbouw de doorbraak en reken uit wat hij bespaart. "
        "Zonder opdracht opent het venster.",
    )
    _where(whole, None)
    whole.add_argument(
        "--version", action="version", version=f"Doorbraak {__version__}", help="toon welke uitgave dit is"
    )
    whole.add_argument(
        "--open", metavar="BESTAND", type=Path, nargs="?", default=None,
        help="een bestand dat op .doorbraak eindigt: het venster pakt het op als de werkmap open is",
    )  # fmt: skip
    whole.set_defaults(command=None)
    if commands:
        _commands(whole)
    return whole


def _commands(whole: Parser) -> None:
    commands = whole.add_subparsers(dest="command", metavar="OPDRACHT", title="Opdrachten", parser_class=Parser)
    new = _command(commands, "new", "maak een werkmap; toont eenmaal de herstelcode")
    new.add_argument("--title", metavar="TITEL", default="", help="naam van de werkmap")
    take_in = _command(commands, "import", "voer huishoudens in uit casusbestanden")
    take_in.add_argument("files", metavar="BESTAND", nargs="+", type=Path, help="een casusbestand (JSON)")
    show = _command(commands, "show", "toon de huishoudens, of de cijfers van één huishouden")
    show.add_argument("number", metavar="NUMMER", nargs="?", type=int, help="nummer van het huishouden")
    show.add_argument("--json", action="store_true", help="voor een ander programma; bedragen in centen")
    export = _command(commands, "export", "schrijf documenten, casusbestanden en de samenvatting, of wissel uit")
    _of_exchange(export)
    export.add_argument(
        "--party",
        metavar="PARTIJ",
        default="",
        help="maak ook een gespreksblad voor deze partij, zoals zorgverzekeraar",
    )
    printing = _command(commands, "print", "maak één papier van een huishouden, zoals de onderbouwing")
    printing.add_argument(
        "household", metavar="HUISHOUDEN",
        help="het nummer in de werkmap, een casusbestand (JSON), of een voorbeeld zoals casus-01",
    )  # fmt: skip
    printing.add_argument(
        "--paper", metavar="PAPIER", required=True,
        help="welk papier, zoals plan, koelkastkaart of onderbouwing; een verkeerde naam toont de hele lijst",
    )  # fmt: skip
    printing.add_argument("--out", metavar="MAP", type=Path, required=True, help="de map waar de PDF in komt")
    printing.add_argument(
        "--doorbraak", metavar="NUMMER", type=int, default=1, help="over welke doorbraak: de eerste, tweede (1)"
    )
    printing.add_argument(
        "--person", metavar="NUMMER", type=int, default=None,
        help="inzage voor wie: de eerste persoon, de tweede; zonder dit voor het hele huishouden",
    )  # fmt: skip
    _command(commands, "check", "controleer de werkmap, het logboek en de reservekopie")
    _of_keys(commands)
    _log(commands)
    _of_copies(commands)
    _of_coordinator(commands)
    _of_publishing(commands)
    lists = commands.add_parser(
        "catalogue", help="bekijk een map met nieuwe lijsten", description="Bekijk een map met nieuwe lijsten."
    )
    acts = lists.add_subparsers(dest="act", metavar="OPDRACHT", title="Opdrachten", required=True, parser_class=Parser)
    of_lists = acts.add_parser(
        "check", help="controleer nieuwe lijsten en toon wat er anders wordt; verandert niets",
        description="Controleer nieuwe lijsten en toon wat er anders wordt. Verandert niets.",
    )  # fmt: skip
    of_lists.add_argument("folder", metavar="MAP", type=Path, help="de map met CSV-bestanden")

    demo = commands.add_parser("demo", help="maak een voorbeeld met verzonnen en gepubliceerde gegevens")
    demo.add_argument("--out", metavar="MAP", type=Path, default=Path("demo"), help="map voor het voorbeeld (demo)")
    demo.add_argument("--no-window", action="store_true", help="open daarna geen venster")
    demo.add_argument(
        "--coordinator", action="store_true",
        help="maak in plaats daarvan een coördinator met twaalf verzonnen laptops, 400 huishoudens en twee kwartalen",
    )  # fmt: skip
    trying = commands.add_parser("selftest", help="controleer of het programma compleet is en werkt; laat niets achter")
    trying.add_argument("--window", action="store_true", help="alleen: kan op dit scherm een venster open?")


def _of_exchange(export: Any) -> None:
    what = export.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", metavar="MAP", type=Path, help="een nieuwe of lege map")
    what.add_argument("--xray", action="store_true", help="toon alles wat er uitgewisseld zou worden; maakt niets")
    what.add_argument(
        "--coordinator-key", metavar="BESTAND", type=Path, help="neem de sleutel van de coördinator over; eenmaal nodig"
    )
    export.add_argument(
        "--exchange", action="store_true", help="schrijf alleen het uitwisselbestand voor de coördinator (met --out)"
    )
    export.add_argument(
        "--period", metavar="PERIODE", default="",
        help="welk kwartaal of jaar uitgewisseld wordt, zoals 2026Q3 of 2026 (anders het vorige kwartaal)",
    )  # fmt: skip
    export.add_argument(
        "--incomplete", action="store_true", help="wissel ook uit als een team of wijk nog niet gekozen is"
    )
    export.add_argument(
        "--fingerprint", metavar="CIJFERS", nargs="+", default=[],
        help="het controlegetal dat de coördinator voorlas (met --coordinator-key)",
    )  # fmt: skip


def _log(commands: Any) -> None:
    explanation = "bekijk het logboek, kijk het na, of sla het op"
    log = commands.add_parser("log", help=explanation, description=explanation.capitalize() + ".")
    _where(log, argparse.SUPPRESS)
    acts = log.add_subparsers(dest="act", metavar="OPDRACHT", title="Opdrachten", required=True, parser_class=Parser)
    read = _command(acts, "list", "toon regels van het logboek, de nieuwste eerst")
    read.add_argument("--most", metavar="AANTAL", type=int, default=50, help="hoeveel regels hoogstens (50)")
    export = _command(acts, "export", "sla het logboek op als CSV, voor wie erop toeziet")
    export.add_argument("--out", metavar="BESTAND", type=Path, required=True, help="het bestand dat erbij komt")
    for act in (read, export):
        act.add_argument("words", metavar="WOORD", nargs="*", help="alleen regels met dit woord, zoals afgedrukt")
        act.add_argument("--household", metavar="NUMMER", type=int, help="alleen over dit huishouden")
        act.add_argument("--account", metavar="NAAM", help="alleen van dit account")
        act.add_argument("--since", metavar="DAG", default="", help="vanaf deze dag, zoals 2026-01-31")
        act.add_argument("--until", metavar="DAG", default="", help="tot en met deze dag")
        act.add_argument("--failed", action="store_true", help="alleen wat mislukte")
    verify = _command(acts, "verify", "kijk na of er niets in het logboek is veranderd, en of er niets weg is")
    verify.add_argument(
        "--kept", metavar="SLOTREGEL", action="append", default=[], help="slotregel uit een logboek dat is opgeslagen"
    )


def _of_keys(commands: Any) -> None:
    changing = _command(commands, "passphrase", "geef de werkmap een andere wachtzin, sleutel of herstelcode")
    way = changing.add_mutually_exclusive_group()
    way.add_argument(
        "--leaked", action="store_true", help="wachtzin of code gezien? nieuwe sleutel, wachtzin en herstelcode"
    )
    way.add_argument("--recovery", action="store_true", help="alleen een nieuwe herstelcode")
    changing.add_argument(
        "--new-passphrase-file", metavar="BESTAND", type=Path,
        help="bestand met de nieuwe wachtzin op de eerste regel (anders een vraag)",
    )  # fmt: skip


def _of_copies(commands: Any) -> None:
    making = _command(commands, "backup", "maak nu een reservekopie en kijk haar na")
    making.add_argument("--list", action="store_true", help="toon de kopieën, zonder wachtzin; maakt er geen")
    restoring = _command(commands, "restore", "zet een kopie terug; het bestand van nu wordt bewaard")
    one = restoring.add_mutually_exclusive_group(required=True)
    one.add_argument("--copy", metavar="NAAM", help="deze kopie; de namen staan in de lijst")
    one.add_argument("--latest", action="store_true", help="de nieuwste kopie")
    one.add_argument(
        "--keys", action="store_true", help="alleen de sleutels, van de nieuwste kopie waar de wachtzin op past"
    )
    one.add_argument("--list", action="store_true", help="toon de kopieën, zonder wachtzin; verandert niets")
    older = restoring.add_mutually_exclusive_group()
    older.add_argument(
        "--present-passphrase-file", metavar="BESTAND", type=Path,
        help="bestand met de wachtzin van nu, bij een kopie van voor de nieuwe sleutel (anders een vraag)",
    )  # fmt: skip
    older.add_argument(
        "--present-lost", action="store_true",
        help="de wachtzin van nu is kwijt: die van toen geldt dan weer, en het logboek mist regels",
    )  # fmt: skip
    practice = _command(commands, "restore-drill", "oefen met terugzetten van elke kopie; verandert niets")
    practice.add_argument("--out", metavar="BESTAND", type=Path, help="schrijf het verslag hier (anders op het scherm)")
    for command in (making, restoring, practice):
        command.add_argument("--second", metavar="MAP", type=Path, help="tweede plek, op een andere schijf")


def _of_coordinator(commands: Any) -> None:
    take = _command(commands, "receive", "ontvang uitwisselbestanden in de werkmap van de coördinator")
    take.add_argument(
        "files", metavar="BESTAND", nargs="+", type=Path, help="een uitwisselbestand (.doorbraak), of een map ermee"
    )
    explanation = "werk als coördinator: sleutel, afzenders en wat er ontvangen is"
    whole = commands.add_parser("coordinator", help=explanation, description=explanation.capitalize() + ".")
    _where(whole, argparse.SUPPRESS)
    acts = whole.add_subparsers(dest="act", metavar="OPDRACHT", title="Opdrachten", required=True, parser_class=Parser)
    new = _command(acts, "new", "maak een werkmap voor de coördinator; toont eenmaal de herstelcode")
    new.add_argument("--title", metavar="TITEL", default="", help="naam van de werkmap")
    key = _command(acts, "key", "schrijf het sleutelbestand dat elke afzender eenmaal overneemt")
    key.add_argument("--out", metavar="BESTAND", type=Path, required=True, help="het bestand dat erbij komt")
    for name in ("team", "wijk"):
        key.add_argument(
            f"--{name}", metavar="CODE=NAAM", action="append", default=[],
            help=f"een {name} erbij, of een andere naam ervoor",
        )  # fmt: skip
    senders = _command(acts, "senders", "toon de afzenders, en van wie nog niets is ontvangen")
    senders.add_argument(
        "--period", metavar="PERIODE", action="append", default=[],
        help="een kwartaal of jaar dat er moet zijn, zoals 2026Q3 (anders het vorige kwartaal)",
    )  # fmt: skip
    confirm = _command(acts, "confirm", "bevestig een afzender die het controlegetal heeft voorgelezen")
    confirm.add_argument("number", metavar="NUMMER", type=int, help="nummer van de afzender in de lijst")
    confirm.add_argument(
        "--fingerprint", metavar="CIJFERS", nargs="+", required=True, help="het controlegetal dat de afzender voorlas"
    )
    label = _command(acts, "label", "geef een afzender een eigen naam")
    label.add_argument("number", metavar="NUMMER", type=int, help="nummer van de afzender in de lijst")
    label.add_argument("label", metavar="NAAM", help="hoe je deze afzender noemt; blijft in deze werkmap")
    withdraw = _command(acts, "withdraw", "trek een afzender in: de bijdragen gaan weg en tellen niet meer mee")
    withdraw.add_argument("number", metavar="NUMMER", type=int, help="nummer van de afzender in de lijst")
    withdraw.add_argument("--erase", action="store_true", help="wis echt wat deze afzender stuurde; komt niet terug")
    rotate = _command(acts, "rotate", "vervang de sleutel van de coördinator")
    rotate.add_argument(
        "--until", metavar="DAG", required=True, help="tot en met deze dag gaat een bestand met de oude sleutel open"
    )


def _of_publishing(commands: Any) -> None:
    publish = _command(commands, "publish", "publiceer de cijfers van een kwartaal of jaar; die liggen daarna vast")
    what = publish.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", metavar="MAP", type=Path, help="de map waar de bestanden in komen")
    what.add_argument("--list", action="store_true", help="toon wat er al gepubliceerd is; maakt niets")
    publish.add_argument(
        "--period", metavar="PERIODE", default="",
        help="welk kwartaal of jaar, zoals 2026Q3 of 2026 (anders het vorige kwartaal); zijn er kwartalen "
             "gepubliceerd, dan wordt een jaar daarvan gemaakt",
    )  # fmt: skip
    publish.add_argument(
        "--gemeente", metavar="CODE", default=None,
        help="code van het CBS, zoals GM0363; staat dan bij elke regel van het gegevenspakket, nu en volgende keren "
        "(leeg: geen)",
    )  # fmt: skip
    publish.add_argument("--incomplete", action="store_true", help="publiceer ook als nog niet elke afzender binnen is")
    publish.add_argument("--one-sender", action="store_true", help="publiceer ook als alles van één afzender komt")


def _command(commands: Any, name: str, explanation: str) -> Parser:
    command: Parser = commands.add_parser(name, help=explanation, description=explanation.capitalize() + ".")
    _where(command, argparse.SUPPRESS)  # what stood before the command is not overwritten
    return command


def _where(of: Parser, default: Any) -> None:
    of.add_argument(
        "--workspace",
        metavar="MAP",
        type=Path,
        default=default,
        help="map met de werkmap (anders de gewone map)",
    )
    of.add_argument(
        "--passphrase-file", metavar="BESTAND", type=Path, default=default,
        help="bestand met de wachtzin op de eerste regel (anders DOORBRAAK_PASSPHRASE, of een vraag)",
    )  # fmt: skip
