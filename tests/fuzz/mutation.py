"""Ways in which a file can be spoiled, by chance or on purpose; seeded, so that they repeat."""

from __future__ import annotations

from random import Random

NASTY = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"[" * 500, b"{" * 500, b"- " * 500, b"&a ", b"*a", b"!!x ",
    b"\t", b"\r", b"\xed\xa0\x80", b"\xe2\x80\xae", b"NaN", b"1e999", b"null", b"~", b"yes: no",
    b'"', b"'", b"|", b">", b"%", b"@", b"`", b"---\n", b"...\n", b"9" * 400, b"</para><img src=x>",
    b"<<: *a", b"? ", b": ", b"#", b"\\u0000", b"../../etc", b"{a: 1, a: 2}", b"2026-13-45",
)  # fmt: skip


def spoil(raw: bytes, chance: Random) -> bytes:
    """Return ``raw`` with one to four spoilt places."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw) + 1)
        match chance.randrange(6):
            case 0:
                raw = raw[:at]
            case 1:
                raw = raw[:at] + chance.choice(NASTY) + raw[at:]
            case 2:
                raw = raw[:at] + raw[at + chance.randint(1, 40) :]
            case 3:
                raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
            case 4:
                start = chance.randrange(len(raw) + 1)
                raw = raw[:at] + raw[start : start + chance.randint(1, 200)] + raw[at:]
            case _:
                lines = raw.split(b"\n")
                chance.shuffle(lines)
                raw = b"\n".join(lines)
    return raw
