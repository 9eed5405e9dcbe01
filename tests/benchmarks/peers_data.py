"""Files of about as many rows for each program to open: one made-up thing a row, with a few fields."""

import gzip
from pathlib import Path
from xml.sax.saxutils import escape


def passwords(path: Path, rows: int) -> Path:
    """What keepassxc-cli takes in: one entry a row."""
    entry = (
        "<Entry><UUID>{uuid}</UUID>"
        "<String><Key>Title</Key><Value>Synthetisch {at}</Value></String>"
        "<String><Key>UserName</Key><Value>naam-{at}</Value></String>"
        "<String><Key>Notes</Key><Value>Alles is verzonnen.</Value></String></Entry>"
    )
    entries = "".join(entry.format(uuid=_uuid(at + 1), at=at) for at in range(rows))
    group = f"<Group><UUID>{_uuid(0)}</UUID><Name>Voorbeeld</Name>{entries}</Group>"
    path.write_text(f"<KeePassFile><Meta/><Root>{group}</Root></KeePassFile>", "utf-8")
    return path


def _uuid(number: int) -> str:
    import base64

    return base64.b64encode((number + 1).to_bytes(16, "big")).decode()


def people(path: Path, rows: int) -> Path:
    """A family tree: one person a row, in families of five."""
    lines = ["0 HEAD", "1 SOUR VOORBEELD", "1 GEDC", "2 VERS 5.5.1", "2 FORM LINEAGE-LINKED", "1 CHAR UTF-8"]
    for at in range(rows):
        lines += [f"0 @I{at}@ INDI", f"1 NAME Synthetisch {at} /Verzonnen {at // 5}/", "1 SEX U"]
        lines += ["1 BIRT", f"2 DATE 1 JAN {1950 + at % 60}", f"1 {_ROLES[at % 5][1]} @F{at // 5}@"]
    for family in range(-(-rows // 5)):
        members = range(5 * family, min(5 * family + 5, rows))
        lines += [f"0 @F{family}@ FAM", *(f"1 {_ROLES[at % 5][0]} @I{at}@" for at in members)]
    path.write_text("\n".join([*lines, "0 TRLR", ""]), "utf-8")
    return path


_ROLES = (("HUSB", "FAMS"), ("WIFE", "FAMS"), ("CHIL", "FAMC"), ("CHIL", "FAMC"), ("CHIL", "FAMC"))


def book(path: Path, rows: int) -> Path:
    """A set of accounts: one booking a row, between two of ten accounts."""
    accounts = "".join(_account(at) for at in range(11))
    bookings = "".join(_booking(at) for at in range(rows))
    counts = f'<gnc:count-data cd:type="account">11</gnc:count-data>{_COMMODITY}'
    names = " ".join(f'xmlns:{name}="http://www.gnucash.org/XML/{name}"' for name in _NAMES)
    text = (
        f'<?xml version="1.0" encoding="utf-8" ?><gnc-v2 {names}><gnc:count-data cd:type="book">1</gnc:count-data>'
        f'<gnc:book version="2.0.0"><book:id type="guid">{_guid(1, 0)}</book:id>{counts}{accounts}{bookings}'
        "</gnc:book></gnc-v2>"
    )
    path.write_bytes(gzip.compress(text.encode()))
    return path


_NAMES = ("gnc", "act", "book", "cd", "cmdty", "slot", "split", "trn", "ts")
_EURO = "<{0}><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id></{0}>"
_COMMODITY = (
    '<gnc:commodity version="2.0.0"><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id></gnc:commodity>'
)


def _guid(kind: int, at: int) -> str:
    return f"{kind:04x}{at:028x}"


def _account(at: int) -> str:
    kind, name, parent = ("ROOT", "Root Account", "") if at == 0 else ("ASSET", f"Rekening {at}", _guid(2, 0))
    parents = f'<act:parent type="guid">{parent}</act:parent>' if parent else ""
    currency = _EURO.format("act:commodity") + "<act:commodity-scu>100</act:commodity-scu>" if parent else ""
    return (
        f'<gnc:account version="2.0.0"><act:name>{name}</act:name><act:id type="guid">{_guid(2, at)}</act:id>'
        f"<act:type>{kind}</act:type>{currency}{parents}</gnc:account>"
    )


def _booking(at: int) -> str:
    day = f"<ts:date>2026-01-{1 + at % 28:02} 10:59:00 +0000</ts:date>"
    splits = "".join(
        f'<trn:split><split:id type="guid">{_guid(4 + side, at)}</split:id>'
        "<split:reconciled-state>n</split:reconciled-state>"
        f"<split:value>{sign}100/100</split:value><split:quantity>{sign}100/100</split:quantity>"
        f'<split:account type="guid">{_guid(2, 1 + (at + side) % 10)}</split:account></trn:split>'
        for side, sign in ((0, ""), (1, "-"))
    )
    return (
        f'<gnc:transaction version="2.0.0"><trn:id type="guid">{_guid(3, at)}</trn:id>{_EURO.format("trn:currency")}'
        f"<trn:date-posted>{day}</trn:date-posted><trn:date-entered>{day}</trn:date-entered>"
        f"<trn:description>Synthetisch {at}</trn:description><trn:splits>{splits}</trn:splits></gnc:transaction>"
    )


def sheet(path: Path, rows: int) -> Path:
    """A sheet: five cells a row."""
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _SHEET)
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(f"Synthetisch {at} {column}")}</text:p>'
            "</table:table-cell>"
            for column in range(5)
        )
        + "</table:table-row>"
        for at in range(rows)
    )
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
        f'<table:table table:name="Voorbeeld">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document>",
        "utf-8",
    )
    return path


_SHEET = ("office", "table", "text")
