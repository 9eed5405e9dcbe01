"""Opens a backup with nothing of Doorbraak: the documented parameters and a recovery code or passphrase are enough.

    python independent_reader.py COPY.db "ABCDE-FGHJK-..."

The slots lie beside the copy, in the file of the same name that ends in .json.
"""

import base64
import json
import sys
import unicodedata
from pathlib import Path

import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret
import sqlcipher3

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def secret_bytes(kind: str, typed: str) -> bytes:
    """A passphrase in Unicode's NFC; a code in capitals, without hyphens, with O as 0 and I and L as 1."""
    if kind == "passphrase":
        return unicodedata.normalize("NFC", typed).encode("utf-8")
    typed = typed.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    return "".join(sign for sign in typed if sign in ALPHABET).encode("ascii")


def database_key(slots: list[dict[str, object]], typed: str) -> bytes:
    for slot in slots:
        derived = nacl.pwhash.argon2id.kdf(
            32, secret_bytes(str(slot["kind"]), typed), base64.b64decode(str(slot["salt"])),
            opslimit=int(str(slot["rounds"])), memlimit=int(str(slot["memory"])),
        )  # fmt: skip
        try:  # a box is 24 bytes nonce, 16 bytes Poly1305, 32 bytes of the key under XSalsa20
            return nacl.secret.SecretBox(derived).decrypt(base64.b64decode(str(slot["box"])))
        except nacl.exceptions.CryptoError:
            continue
    raise SystemExit("no slot opens with this")


def households(copy: Path, typed: str) -> int:
    beside = json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))
    key = database_key(beside["slots"]["slots"], typed)
    connection = sqlcipher3.connect(str(copy))
    try:  # all other settings are the defaults of SQLCipher 4
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return int(connection.execute("SELECT count(*) FROM household").fetchone()[0])
    finally:
        connection.close()


if __name__ == "__main__":
    print(households(Path(sys.argv[1]), sys.argv[2]))
