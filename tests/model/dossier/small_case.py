"""A case file with one of everything, to spoil."""

import json
from typing import Any

SAID = {"origin": "household", "noted_on": "2026-10-05"}


def small() -> dict[str, Any]:
    step = {"intervention": "i1", **SAID}
    return {
        "format": "doorbraak-casus",
        "version": 1,
        "notice": "bevat persoonsgegevens",
        "household": {
            "name": "A", "opened": "2026-10-05", "plan_date": None, "example": False, "note": "", "lead": "Ans",
            "wijk": "W-01", "closed": "2026-11-01", "close_reason": "moved", "close_words": "Verhuisd",
            "no_paper": True, "retention": "jeugdwet-dossier",
        },
        "goals": [{"id": "g1", "words": "Rust", "first": True, **SAID}],
        "people": [
            person("p1", name="Oom", lives_here="no"),
            person("p2", role="moeder", birth_year=1980, sex="woman", month_of_18=3, died=True),
        ],
        "own_words": [{"question": "problem", "words": "Alles", "person": "p2", **SAID}],
        "relations": [{"person": "p1", "other": "p2", "kind": "samenwonend", "words": "", "since": 2019, **SAID}],
        "custody": [{"person": "p1", "authority": "parental", "holder": "p2", "words": "", **SAID}],
        "life_events": [{"kind": "move", "words": "", "year": 2020, "month": 5, "person": "p2", **SAID}],
        "problems": [
            problem("q1", kind="alcohol", people=["p1"], waits_for=["q2"], weight=7, rank=1, solved_on="2026-11-01"),
            problem("q2", words="Te veel post", owner="system", lead="Ans", waits_for=["q1"]),
        ],
        "agencies": [
            agency("a1", kind="uwv", law="wia", payer="uwv", problems=["q1"], people=["p1", "p2"], claim_cents=100),
            agency("a2", words="Post", future="merge", merges_into="a1", bond="strains", ended_on="2026-10-09"),
        ],
        "workers": [{"agency": "a1", "name": "Bo", "function": "", "phone": "1", "mail": "b@example.nl", **SAID}],
        "letters": [
            letter("l1", agency="a1", amount_cents=500, dated="2026-09-01", last_day="2026-10-13", contradicts=["l2"]),
            letter("l2", sender="Bank", settled_on="2026-10-05", contradicts=["l1"]),
        ],
        "visits": [
            {
                "on_day": "2026-10-05", "place": "home", "conversation": "first", "minutes_with_people": 75,
                "minutes_at_keyboard": 5, "report": "Goed", **SAID,
            }
        ],
        "interventions": [
            {
                "id": "i1", "kind": "briefadres", "words": "", "status": "granted", "decided_on": "2026-10-06",
                "decider": "Bo", "payer": "gemeente", "problems": ["q1"], "goals": ["g1"], "agencies": ["a2"], **SAID,
            }
        ],
        "statuses": [{"status": "granted", "on_day": "2026-10-06", "reason": "Ja", **step}],
        "steps": [
            {"words": "Bellen", "owner": "professional", "lead": "Bo", "due": "2026-10-07", "done_on": None, **step}
        ],
        "outcomes": [{"on_day": "2027-01-06", "worked": "partly", "why": "Te vroeg", **step}],
        "grounds": [ground(), ground(article="", title="Eigen beleidsregel")],
        "considerations": [{"part": "weighing", "words": "Het klopt", **step}],
        "perspectives": [
            {"side": "legal", "verdict": "for", "reason": "Mag", "by_role": "jurist", "on_day": None, **step}
        ],
        "barriers": [
            {"id": "b1", "words": "Formulier", "rung": "ict", "tried": "Bellen", "gone_on": "2026-10-08", **step}
        ],
        "comparisons": [{"other": "Huishouden 3", "verdict": "differs", "why": "Daar was geen kind", **step}],
        "events": [
            {
                "id": "e1", "kind": "huisuitzetting", "words": "", "expected_on": "2027-01-01", "reason": "Vonnis",
                "chance_threatening": 40, "threatening_low": 30, "threatening_high": 60, "chance_plan": 5,
                "plan_low": None, "plan_high": None, "outcome": "averted", "outcome_on": "2026-12-24", **SAID,
            }
        ],
        "costs": [
            cost(
                "c1", agency="a1", person="p2", problem="q1", beneficiary="gemeente", effect="cash",
                price_low_cents=90, price_high_cents=120, chance_low=50, chance_high=60,
            ),
            cost("c2", chances=None, event="e1", quantity_low_e4=0, quantity_high_e4=10_000),
            cost("c3", chances=None, intervention="i1", effect="capacity"),
        ],
        "confirmations": [
            confirmation("c1", after="3"),
            confirmation("c1", after="6", state="changed", actual_cents=80),
            confirmation("c2", after="3", state="unknown"),
        ],
        "payments": [{"cost_line": "c3", "on_day": "2026-10-09", "cents": 100, "words": "De helft", **SAID}],
        "refusals": [
            refusal(agency="a1", price="opvangplek-jaar"),
            refusal(problem="q1", price="opvangplek-jaar"),
            refusal(event="e1"),
            refusal(intervention="i1"),
        ],
        "measurements": [
            measurement(measure="ervaren-grip", value_e2=400, person="p2"),
            measurement(measure="eigen-woning", answer="geen"),
        ],
        "tasks": [
            {
                "kind": "objection", "words": "Bezwaar", "lead": "Bo", "due": "2026-11-01", "done_on": None,
                "intervention": "i1", **SAID,
            }
        ],
        "signals": [
            {
                "words": "Mocht niet", "rung": "law", "article": "awb:4:84", "agency": "a1", "intervention": "i1",
                "barrier": "b1", "theme": "Formulier", "hours_e2": 1250, "lost_cents": 60_000, "fixing": "done",
                "solving": "told", "proposal": "Anders",
                "told_to": "Raad", "told_on": "2026-10-20", **SAID,
            }
        ],
        "sharing": [
            {
                "on_day": "2026-10-06", "agency": "a1", "with_whom": "Bo", "what": "De schuld", "why": "Regeling",
                "ground": "public-task", "law": "wia", "told_on": None,
                "why_untold": "Nog niet gesproken", **SAID,
            }
        ],
        "corrections": [
            {
                "place": "Doel", "old_text": "A", "new_text": "B", "asked_by": "", "person": "p2",
                "on_day": "2026-10-07", "decision": "done", "reason": "",
                "decided_on": "2026-10-08", **SAID,
            }
        ],
        "statements": [
            {"words": "Ik zie het anders", "person": "p2", "by_whom": "", "on_day": "2026-10-07", **SAID}
        ],
    }  # fmt: skip


def person(id_: str, **values: Any) -> dict[str, Any]:
    return {
        "id": id_, "name": "", "role": "", "birth_year": None, "lives_here": "yes", "sex": "", "month_of_18": None,
        "died": False, **SAID,
    } | values  # fmt: skip


def problem(id_: str, **values: Any) -> dict[str, Any]:
    return {
        "id": id_, "kind": "", "words": "", "life_domain": "verslaving", "owner": "", "lead": "", "weight": None,
        "rank": None, "solved_on": None, "map_x": None, "map_y": None, "people": [], "waits_for": [], **SAID,
    } | values  # fmt: skip


def agency(id_: str, **values: Any) -> dict[str, Any]:
    return {
        "id": id_, "kind": "", "words": "", "contacts_e2": 50, "law": "", "payer": "", "bond": "", "claim_cents": None,
        "future": "", "merges_into": None, "ends_when": "", "ended_on": None, "map_x": None, "map_y": None,
        "problems": [], "people": [], **SAID,
    } | values  # fmt: skip


def letter(id_: str, **values: Any) -> dict[str, Any]:
    return {
        "id": id_, "agency": None, "sender": "", "dated": None, "demand": "", "amount_cents": None, "last_day": None,
        "settled_on": None, "contradicts": [], **SAID,
    } | values  # fmt: skip


def ground(**values: Any) -> dict[str, Any]:
    return {
        "intervention": "i1", "article": "awb:4:84", "role": "room", "reason": "Het knelt", "title": "", "text": "",
        "text_version": "", "checked_on": None, **SAID,
    } | values  # fmt: skip


def cost(id_: str, **values: Any) -> dict[str, Any]:
    return {
        "id": id_, "words": "Post", "price": "", "price_cents": 100, "price_year": None, "source": "De rekening",
        "unit": "per jaar", "quantity_e4": 10_000, "recurrence": "yearly", "law": "wia", "payer": "uwv",
        "beneficiary": "", "effect": "", "transfer": False,
        "chances": {"current": 100, "threatening": 90, "plan": 50}, "attribution": 100, "price_low_cents": None,
        "price_high_cents": None, "quantity_low_e4": None, "quantity_high_e4": None, "chance_low": None,
        "chance_high": None, "attribution_low": None, "attribution_high": None, "starts": None, "ends": None,
        "person": None, "problem": None, "agency": None, "event": None, "intervention": None, **SAID,
    } | values  # fmt: skip


def confirmation(line: str, **values: Any) -> dict[str, Any]:
    return {
        "cost_line": line, "after": "3", "state": "confirmed", "actual_cents": None, "on_day": "2027-01-05",
        "reason": "", **SAID,
    } | values  # fmt: skip


def refusal(**values: Any) -> dict[str, Any]:
    return {
        "price": "", "agency": None, "problem": None, "event": None, "intervention": None, **SAID,
    } | values  # fmt: skip


def measurement(**values: Any) -> dict[str, Any]:
    return {
        "measure": "", "moment": "start", "on_day": "2026-10-05", "value_e2": None, "answer": "", "person": None,
        "words": "", **SAID,
    } | values  # fmt: skip


def as_bytes(case: dict[str, Any]) -> bytes:
    return json.dumps(case, ensure_ascii=False).encode()
