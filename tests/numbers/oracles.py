"""Writes chinese.tsv: Chinese numerals, what they are worth, and what two other readers say.

    pip install cn2an && python3 tests/numbers/oracles.py

The forms are written here from their values; cn2an (0.5, its mode `smart`) and the crate
chinese-number (0.8, built in a folder that is thrown away) read them. Where a reader says
something else than the value, or nothing, the last column says why the value stands.
Nobody needs this to run the tests: tests/numbers.rs reads the table.
"""

import decimal
import os
import pathlib
import random
import re
import subprocess
import tempfile

import cn2an

DIGITS = "零一二三四五六七八九"
random.seed(15835)

CRATE = """
use chinese_number::{ChineseCountMethod, ChineseToNumber};
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let read = ChineseToNumber::<u64>::to_number(&line, ChineseCountMethod::TenThousand)
            .or_else(|_| ChineseToNumber::<u64>::to_number_naive(&line));
        println!("{}", read.map_or("-".to_owned(), |value| value.to_string()));
    }
}
"""


def section(value):
    """1 to 9999, with 零 where a power is skipped."""
    written, skipped = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            written += ("零" if skipped and written else "") + DIGITS[digit] + name
            skipped = False
        else:
            skipped = True
    return written


def standard(value):
    """As schools teach it."""
    written, rest, above = "", value, False
    for power, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        part, rest = rest // power, rest % power
        if part:
            written += ("零" if above and part < 1000 else "") + section(part) + name
        above = above or bool(part)
    return written[1:] if 10 <= value < 20 else written


def with_liang(written):
    """两 for 二 before 百, 千, 万 and 亿."""
    for power in "百千万亿":
        written = re.sub(f"(?<![十零])二{power}", f"两{power}", written)
    return written


def short(value):
    """一千五 for 一千五百: the last power is left out."""
    for power, name, most in ((10**8, "亿", 99), (10**4, "万", 99), (1000, "千", 9), (100, "百", 9)):
        below = power // 10
        if value >= power:
            if value % power == 0 or value % below or value // power > most:
                return None
            return standard(value // power) + name + DIGITS[value % power // below]
    return None


def mixed(value):
    """1亿2千万, 3万5千."""
    written = ""
    for power, name in ((10**8, "亿"), (10**7, "千万"), (10**4, "万"), (10**3, "千")):
        part, value = value // power, value % power
        if part:
            written += str(part) + name
    return written if not value else None


def forms():
    small = list(range(1, 200))
    middle = random.sample(range(200, 10_000), 560)
    large = random.sample(range(10_000, 10**8), 330)
    huge = random.sample(range(10**8, 10**12), 90)
    round_ones = [a * 10**b for a in range(1, 100, 4) for b in range(1, 9)]
    for value in small + middle + large + huge + round_ones:
        written = standard(value)
        yield value, written
        if with_liang(written) != written:
            yield value, with_liang(written)
        if "十" in written and value > 100 and written != written.replace("一十", "十"):
            yield value, written.replace("一十", "十")
    for value in random.sample(range(110, 100_000), 20_000):
        if short(value) and random.random() < 0.5:
            yield value, short(value)
    for value in [*range(1990, 2036), *random.sample(range(100, 10_000), 60)]:
        digits = "".join(DIGITS[int(digit)] for digit in str(value))
        yield value, digits.replace("零", "〇")
        yield value, digits
    for tens, name in ((2, "廿"), (3, "卅")):
        for digit in range(1, 10):
            yield tens * 10 + digit, name + DIGITS[digit]
    for value in range(110, 200, 3):
        yield value, standard(value)[1:]
    for tail in ("百万", "千万", "百亿", "千亿"):
        for digit in range(1, 10):
            head = {"百万": 10**6, "千万": 10**7, "百亿": 10**10, "千亿": 10**11}[tail]
            yield digit * head, with_liang(DIGITS[digit] + tail)
    for value in random.sample(range(1, 10**5), 120):
        if mixed(value * 1000):
            yield value * 1000, mixed(value * 1000)
    for _ in range(150):
        digits, power = random.randint(101, 99999), random.choice((("万", 4), ("亿", 8)))
        value = decimal.Decimal(digits).scaleb(-2)
        yield value.scaleb(power[1]), f"{value}{power[0]}"
    for _ in range(60):
        whole, tenth = random.randint(1, 99), random.randint(1, 9)
        yield decimal.Decimal(f"{whole}.{tenth}"), f"{standard(whole)}点{DIGITS[tenth]}"


def plain(value):
    return f"{decimal.Decimal(str(value)).normalize():f}"


def by_cn2an(written):
    try:
        return plain(cn2an.cn2an(written, "smart"))
    except (ValueError, KeyError):
        return "-"


def by_crate(all_written):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "src").mkdir()
        (path / "src/main.rs").write_text(CRATE)
        (path / "Cargo.toml").write_text(
            '[package]\nname = "reader"\nversion = "0.1.0"\nedition = "2021"\n'
            '[dependencies]\nchinese-number = "0.8"\n'
        )
        environment = {**os.environ, "CARGO_TARGET_DIR": str(path / "target")}
        command = ["cargo", "run", "-q", "--manifest-path", str(path / "Cargo.toml")]
        run = subprocess.run(command, input="\n".join(all_written), capture_output=True, text=True, check=True, env=environment)
        return run.stdout.split()


def why(written, value, first, second):
    """Why the value stands where a reader differs."""
    if first == value == second:
        return ""
    if any(digit in written for digit in "0123456789"):
        reason = "digits and powers mixed"
    elif "点" in written:
        reason = "decimals behind 点"
    elif written[0] in "百千":
        reason = "一 before 百 may be left out"
    elif "廿" in written or "卅" in written:
        reason = "廿 is 20, 卅 is 30"
    elif set(written) <= set(DIGITS + "〇"):
        reason = "digit by digit, as years are written"
    elif "万亿" in written:
        reason = "万亿 is 10^12"
    elif "百十" in written or "千十" in written or "零十" in written or "万十" in written or "亿十" in written:
        reason = "一 before 十 may be left out"
    else:
        reason = "power left out at the end: 一千五 is 1500"
    silent = [name for name, read in (("cn2an", first), ("chinese-number", second)) if read == "-"]
    wrong = [f"{name} says {read}" for name, read in (("cn2an", first), ("chinese-number", second)) if read not in ("-", value)]
    said = wrong + [f"{name} refuses" for name in silent]
    return f"{reason}; {', '.join(said)}"


rows = {}
for number, text in forms():
    rows.setdefault(text, plain(number))
crate = by_crate(list(rows))
lines = ["written\tvalue\tcn2an\tchinese-number\twhy the value stands"]
for (text, number), other in zip(rows.items(), crate, strict=True):
    first = by_cn2an(text)
    lines.append("\t".join([text, number, first, other, why(text, number, first, other)]))
pathlib.Path(__file__).with_name("chinese.tsv").write_text("\n".join(lines) + "\n")
