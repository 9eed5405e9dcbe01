"""Only the coordinator opens a file, only the sender can have made it, and everything else is refused unopened.

Attacks of PRIVACY.md section 7 that are about the sealed file.
"""

import io
import zipfile
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey

from doorbraak.model.exchange import container, payload, refusals
from doorbraak.model.exchange.container import MAGIC, Small
from doorbraak.model.exchange.payload import Payload
from doorbraak.model.exchange.refusals import ExchangeRefused
from tests.model.exchange.caseloads import (
    OTHER_PRIVATE,
    OTHER_SEED,
    PERIOD,
    PRIVATE,
    SEED,
    drawn,
    key_of,
    known_tables,
    payload_of,
    public,
)

TABLES = known_tables()
HOMES = [drawn(Random(seed), TABLES, most=2) for seed in range(6)]
MADE, SMALL = payload_of(HOMES, TABLES), payload_of(HOMES[:3], TABLES)
VERIFY = bytes(SigningKey(SEED).verify_key)
FILE, SMALL_FILE = (container.seal(made, SEED, public(PRIVATE)) for made in (MADE, SMALL))


def refused(content: bytes, sentence: str, **other: object) -> None:
    with pytest.raises(ExchangeRefused) as error:
        container.open_(content, PRIVATE, TABLES, **other)  # type: ignore[arg-type]
    assert error.value.sentence == sentence
    assert error.value.__context__ is None


def filled(content: bytes) -> bytes:
    return content.ljust(next(step for step in container.STEPS if len(content) <= step), b"\0")


def sealed(plain: bytes, *, seed: bytes = SEED, to: bytes = PRIVATE, compressed: bytes | None = None) -> bytes:
    """A file as somebody with keys of their own would make it, around anything."""
    signer = SigningKey(seed)
    signed = bytes(signer.sign(filled(zlib.compress(plain)) if compressed is None else compressed))
    return MAGIC + b"\x03g" + SealedBox(PublicKey(public(to))).encrypt(bytes(signer.verify_key) + signed)


def test_that_the_coordinator_reads_what_the_sender_wrote_and_who_signed_it() -> None:
    opened = container.open_(FILE, PRIVATE, TABLES)
    assert (opened.payload, opened.verify_key, opened.small) == (MADE, VERIFY, None)
    assert container.open_(FILE, PRIVATE, TABLES, {MADE.sender: VERIFY}).payload == MADE


def test_that_a_file_follows_its_description_so_that_another_program_can_read_it() -> None:
    """Magic, version, kind; a sealed box; verify key, signature, zlib."""
    inside = SealedBox(PrivateKey(PRIVATE)).decrypt(FILE[len(MAGIC) + 2 :])
    assert inside[:32] == VERIFY
    plain = zlib.decompress(SigningKey(SEED).verify_key.verify(inside[32:]))
    assert plain == payload.encode(MADE)


def test_that_a_small_file_says_outside_what_lets_it_wait_unopened_and_nothing_else() -> None:
    assert container.outside(SMALL_FILE) == Small(PERIOD, SMALL.sender, 3)
    assert container.open_(SMALL_FILE, PRIVATE, TABLES).payload == SMALL
    assert container.outside(FILE) is None
    year = payload_of(HOMES[:1], TABLES)
    year = structs.replace(year, period="2026")
    assert container.outside(container.seal(year, SEED, public(PRIVATE))) == Small("2026", SMALL.sender, 1)
    assert MADE.sender.encode() not in FILE
    assert bytes.fromhex(MADE.sender) not in FILE


@pytest.mark.parametrize("households", [1, 4, 5])
def test_that_a_file_is_small_below_five_households(households: int) -> None:
    made = container.seal(payload_of(HOMES[:households], TABLES), SEED, public(PRIVATE))
    assert (container.outside(made) is not None) == (households < 5)


def test_attack_the_size_of_a_file_tells_the_number_of_households() -> None:
    homes = [drawn(Random(seed), TABLES, most=8) for seed in range(25)]
    sizes = {
        number: len(container.seal(payload_of(homes[:number], TABLES), SEED, public(PRIVATE)))
        for number in (1, 4, 5, 12, 25)
    }
    assert sizes[5] == sizes[12] == sizes[25]
    assert sizes[1] == sizes[4]


def test_that_only_zero_bytes_up_to_the_next_step_may_stand_behind_what_is_signed() -> None:
    good = zlib.compress(payload.encode(MADE))
    first, second = container.STEPS[:2]
    assert container.open_(sealed(b"", compressed=filled(good)), PRIVATE, TABLES).payload == MADE
    for other in (
        good, good.ljust(first - 1, b"\0"), good.ljust(first + 1, b"\0"), good.ljust(second, b"\0"),
        good.ljust(first - 1, b"\0") + b"\1", good + b"\1" + bytes(first - len(good) - 1),
    ):  # fmt: skip
        refused(sealed(b"", compressed=other), refusals.DAMAGED)


def test_that_the_largest_file_that_may_come_in_fits_in_the_last_step() -> None:
    random = Random(1)
    largest = container.seal(MADE, SEED, public(PRIVATE))
    over = len(largest) - container.STEPS[0]
    assert container.STEPS[-1] + over <= container.MOST_BYTES
    noise = random.randbytes(container.STEPS[-1] - 5_000)
    refused(sealed(b"", compressed=filled(zlib.compress(noise))), refusals.DAMAGED)


def test_attack_two_files_of_one_payload_do_not_look_alike() -> None:
    again = container.seal(MADE, SEED, public(PRIVATE))
    assert again != FILE
    assert container.open_(again, PRIVATE, TABLES).payload == MADE


@pytest.mark.parametrize("content", [FILE, SMALL_FILE], ids=["whole", "small"])
def test_attack_altered_byte(content: bytes) -> None:
    for at in {*range(len(MAGIC) + 30), *range(0, len(content), 2999), len(content) - 1}:
        altered = bytearray(content)
        altered[at] ^= 0x01
        with pytest.raises(ExchangeRefused):
            container.open_(bytes(altered), PRIVATE, TABLES)
    for cut in (0, 1, len(MAGIC), len(MAGIC) + 2, len(MAGIC) + 10, len(content) // 2, len(content) - 1):
        with pytest.raises(ExchangeRefused):
            container.open_(content[:cut], PRIVATE, TABLES)
    with pytest.raises(ExchangeRefused):
        container.open_(content + b"\0", PRIVATE, TABLES)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_attack_any_bytes_behind_the_magic_are_refused_and_nothing_else_happens(rest: bytes) -> None:
    for start in (b"", MAGIC, MAGIC + b"\x03g", MAGIC + b"\x03k"):
        with pytest.raises(ExchangeRefused):
            container.open_(start + rest, PRIVATE, TABLES)


def test_attack_forged_sender() -> None:
    """Somebody else signs in the name of a sender that the coordinator confirmed; or breaks the signature."""
    forged = container.seal(MADE, OTHER_SEED, public(PRIVATE))
    refused(forged, refusals.OTHER_SIGNER, known={MADE.sender: VERIFY})
    assert container.open_(forged, PRIVATE, TABLES).verify_key != VERIFY, "a first file: the fingerprint differs"
    inside = SealedBox(PrivateKey(PRIVATE)).decrypt(FILE[len(MAGIC) + 2 :])
    for broken in (inside[:40] + b"\0" + inside[41:], VERIFY + inside[97:], VERIFY, b"", b"\0" * 96, inside[32:]):
        box = SealedBox(PublicKey(public(PRIVATE))).encrypt(broken)
        with pytest.raises(ExchangeRefused):
            container.open_(MAGIC + b"\x03g" + box, PRIVATE, TABLES)


def test_attack_a_coordinator_who_forges_a_sender() -> None:
    """The coordinator can open a file and still not make one: a signature of the sender's fits no other content."""
    inside = SealedBox(PrivateKey(PRIVATE)).decrypt(FILE[len(MAGIC) + 2 :])
    other = filled(zlib.compress(payload.encode(structs.replace(MADE, sequence=2)), 9))
    box = SealedBox(PublicKey(public(PRIVATE))).encrypt(inside[:96] + other)
    refused(MAGIC + b"\x03g" + box, refusals.FORGED)
    assert SEED not in inside


def test_attack_wrong_coordinator() -> None:
    """For another one it does not open; and one who hands it on sealed anew is found out by the fingerprint inside."""
    with pytest.raises(ExchangeRefused) as error:
        container.open_(FILE, OTHER_PRIVATE, TABLES)
    assert error.value.sentence == refusals.NOT_FOR_US
    inside = SealedBox(PrivateKey(PRIVATE)).decrypt(FILE[len(MAGIC) + 2 :])
    handed_on = MAGIC + b"\x03g" + SealedBox(PublicKey(public(OTHER_PRIVATE))).encrypt(inside)
    with pytest.raises(ExchangeRefused) as error:
        container.open_(handed_on, OTHER_PRIVATE, TABLES)
    assert error.value.sentence == refusals.NOT_FOR_US
    assert MADE.coordinator == key_of().fingerprint


def test_attack_a_stolen_sender_key_against_old_files() -> None:
    """Who has all keys of a laptop opens none of the files that left it."""
    signer = SigningKey(SEED)
    stolen = (SEED, bytes(signer.to_curve25519_private_key()), bytes(signer.verify_key.to_curve25519_public_key()))
    for key in stolen:
        with pytest.raises(CryptoError):
            SealedBox(PrivateKey(key)).decrypt(FILE[len(MAGIC) + 2 :])


@pytest.mark.parametrize(
    ("field", "value"), [("households", 2), ("period", "2026Q2"), ("sender", "cd" * 16), ("kind", "g")]
)
def test_attack_a_small_file_with_another_outside(field: str, value: object) -> None:
    start = len(MAGIC) + 2
    if field == "kind":
        changed = MAGIC + b"\x03g" + SMALL_FILE[start + 23 :]
    else:
        said = structs.replace(SMALL, **{field: value})
        header = bytes.fromhex(said.sender) + bytes([said.households]) + said.period.ljust(6).encode()
        changed = SMALL_FILE[:start] + header + SMALL_FILE[start + 23 :]
    refused(changed, refusals.HEADER_DIFFERS)


def test_attack_a_large_file_that_calls_itself_small() -> None:
    start = len(MAGIC) + 2
    refused(MAGIC + b"\x03k" + SMALL_FILE[start : start + 23] + FILE[start:], refusals.HEADER_DIFFERS)


def office(suffix: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(f"inhoud.{suffix}", "=cmd|' /C calc'!A0")
    return made.getvalue()


@pytest.mark.parametrize("suffix", ["xlsx", "xlsm", "docx", "zip"])
def test_attack_xlsx_xlsm_docx_and_zip_offered_are_refused_unopened(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = office(suffix)
    monkeypatch.setattr(SealedBox, "decrypt", lambda *_: pytest.fail("it was opened"))
    monkeypatch.setattr(zlib, "decompressobj", lambda *_: pytest.fail("it was opened"))
    refused(content, refusals.OFFICE)
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, refusals.OFFICE)


@pytest.mark.parametrize("content", [b"", b"{}", b"%PDF-1.7", b"doorbraak", MAGIC[:-1] + b"\r\n", b"\0" * 1000])
def test_attack_any_other_file_is_refused_by_its_first_bytes(content: bytes) -> None:
    refused(content, refusals.OTHER_FILE)


def test_attack_a_file_that_is_too_large_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SealedBox, "decrypt", lambda *_: pytest.fail("it was opened"))
    refused(MAGIC + b"\x03g" + b"\0" * container.MOST_BYTES, refusals.TOO_LARGE)


def test_that_a_newer_version_says_so() -> None:
    refused(MAGIC + b"\x04" + FILE[len(MAGIC) + 1 :], refusals.NEWER)
    for other in (b"\x00", b"\x01", b"\x02"):
        refused(MAGIC + other + FILE[len(MAGIC) + 1 :], refusals.OTHER_FILE)


def test_attack_a_small_file_that_unpacks_to_gigabytes() -> None:
    bomb = zlib.compressobj(9)
    packed = b"".join(bomb.compress(b" " * 1_000_000) for _ in range(500)) + bomb.flush()
    assert len(packed) < container.MOST_BYTES
    refused(sealed(b"", compressed=packed), refusals.DAMAGED)


def test_attack_what_is_signed_is_no_payload() -> None:
    plain = payload.encode(MADE)
    good = zlib.compress(plain)
    unpacked = (b"", b"\0", plain, good[:-5], good + b"x", good + good, zlib.compress(b"[" * 10_000_000))
    for packed in (*unpacked, *(filled(one) for one in unpacked)):
        with pytest.raises(ExchangeRefused):
            container.open_(sealed(b"", compressed=packed), PRIVATE, TABLES)
    texts = (
        b"[" * 5_000_000, b'{"sequence":NaN}', plain.replace(b"2026Q3", b"2026\xff3"),
        plain.replace(b'"sequence":1', b'"sequence":1,"sequence":1'),
        plain.replace(b'"sequence":1', b'"sequence":' + b"9" * 9999),
    )  # fmt: skip
    for text in texts:
        refused(sealed(text), refusals.DAMAGED)


def test_that_every_refusal_says_in_plain_sentences_what_to_do() -> None:
    sentences = [text for name, text in vars(refusals).items() if name.isupper() and isinstance(text, str)]
    assert len(sentences) == 11
    for sentence in sentences:
        assert sentence.endswith(".")
        assert "Er is niets" in sentence, sentence


def test_that_no_field_of_a_payload_is_text_of_anybodys() -> None:
    """Codes, numbers and random ids: nothing that somebody typed has a place to stand."""
    texts = {name for name, kind in Payload.__annotations__.items() if "str" in str(kind)}
    assert texts == {"catalogue", "period", "sender", "coordinator"}
