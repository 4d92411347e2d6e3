"""Read the amounts that people type, exactly, and refuse what could mean two things.

Every reader takes text and gives an exact value, or raises `AmountError` with the words that follow
the field's name: "must be an amount of money, like 1,250,000". No message repeats what was typed.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from calculators.values.errors import AmountError

# Twice this stays inside the 28 digits to which Decimal works exactly.
MAX_DIGITS = 12
MULTIPLIERS = {"": 0, "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
NOT_GIVEN = frozenset({"n/a", "na", "n.a", "–", "—"})
"""What people write where there is no answer; "n.a." has lost its full stop."""

YES = frozenset({"yes", "y", "true", "1", "✓", "✔", "☑", "✅"})
NO = frozenset({"no", "n", "false", "0", "✗", "✘"})
CROSSES = frozenset({"x", "×", "✕", "✖", "☒", "❌"})
"""Signs that some use for yes and others for no."""

_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+")
_NUMBER = re.compile(r"([+-]?)(\d[\d, ]*)?(?:\.(\d+))?")
_MONEY = re.compile(r"([+-]?)£?([+-]?)(.*?)(k|thousand|mn|m|million|bn|billion)?")
_DASH = re.compile(r"£?-£?")
_BRACKETED = re.compile(r"[+-]?£?\(.*\)")


def visible(text: str) -> str:
    """The text without the characters that do not show: marks of direction, joiners, selectors of a sign’s look."""
    if text.isascii():
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")


def tidy(text: str) -> str:
    """Odd digits, spaces and signs as plain ones, what does not show and a dictated final full stop dropped."""
    return re.sub(r"[\u2010-\u2015\u2212]", "-", _spelt(text))


def _spelt(text: str) -> str:
    """The text with plain digits and spaces; its dashes are still those that were typed."""
    plain = unicodedata.normalize("NFKC", visible(text))
    return re.sub(r"\s+", " ", plain).strip().removesuffix(".").rstrip()


def left_out(text: str, kind: str, *, required: bool = False) -> bool:
    """Whether nothing was answered: blank, or a mark that says so where an answer may be left out.

    A plain dash is such a mark for yes or no alone: among amounts of money, accounts write zero so.
    """
    if text[:1].isdigit():  # Nearly every amount, in tables of many thousands; no mark begins so.
        return False
    plain = _spelt(text).lower()
    if not plain or required:
        return not plain
    return plain in NOT_GIVEN or (kind == "yes/no" and tidy(plain) == "-")


def read_text(text: str) -> str:
    """A name or other words as they show: on one line, without control characters or spaces around them."""
    one_line = " ".join(visible(text).split())
    return (
        one_line
        if one_line.isprintable()
        else "".join(c for c in one_line if unicodedata.category(c) != "Cc")
    )


def _exact(text: str, must: str) -> Decimal:
    """The number written in `text`; thousands separated as threes or not at all."""
    if _BRACKETED.fullmatch(text):
        raise AmountError(
            "must be written without brackets, which accounts use for a negative amount. "
            "Put a minus in front instead, if it is negative"
        )
    match = _NUMBER.fullmatch(text)
    if not match or (match[2] is None and match[3] is None):
        if re.fullmatch(r"[+-]?[\d ]*,\d+", text):
            raise AmountError(f"{must}. Write decimals with a full stop and thousands in threes")
        raise AmountError(must)
    sign, whole, decimals = match[1], (match[2] or "0").strip(), match[3] or ""
    if not _GROUPED.fullmatch(whole):
        raise AmountError(f"{must}. Write decimals with a full stop and thousands in threes")
    digits = re.sub(r"[, ]", "", whole)
    if len(digits.lstrip("0")) > MAX_DIGITS or len(decimals) > MAX_DIGITS:
        raise AmountError(f"must have {MAX_DIGITS} digits or fewer")
    return Decimal(f"{sign}{digits}.{decimals}")


def read_money(text: str) -> Decimal:
    """Pounds: `1250000`, `1,250,000`, `£1,250,000.50`, `1.25m`, `250k`; at most two decimals in the end."""
    must = "must be an amount of money, like 1,250,000 or 1.25m"
    plain = tidy(text).lower().replace("gbp", "£").replace("£ ", "£")
    if _DASH.fullmatch(plain):
        raise AmountError("must be an amount, not a dash. Accounts write nothing so: enter 0 if it is meant")
    match = _MONEY.fullmatch(plain)
    if not match or (match[1] and match[2]):
        raise AmountError(must)
    amount = _exact((match[1] or match[2]) + match[3].strip(), must).scaleb(MULTIPLIERS[match[4] or ""])
    if amount != amount.quantize(Decimal("0.01")):
        raise AmountError("must have no more than 2 decimal places, for the pence")
    return amount


def read_percent(text: str) -> Decimal:
    """Percent, as the number before the sign: `12.5` or `12.5%`."""
    plain = re.sub(r" ?(%|per cent|percent)$", "", tidy(text).lower())
    value = _exact(plain, "must be a percentage, like 12.5")
    if value != value.quantize(Decimal("0.0001")):
        raise AmountError("must have no more than 4 decimal places")
    return value


def read_number(text: str) -> Decimal:
    """A plain number, such as a score."""
    must = "must be a number, like 925"
    plain = tidy(text)
    return _exact(plain, f"{must}, and not a percentage" if plain.endswith("%") else must)


def read_count(text: str) -> Decimal:
    """A whole number, not negative: `17` or `1,700`."""
    must = "must be a whole number, like 17"
    value = _exact(tidy(text), must)
    if value != value.to_integral_value():
        raise AmountError(must)
    if value < 0:
        raise AmountError("must be 0 or more")
    return value.to_integral_value()


def read_yes_no(text: str) -> bool:
    """`yes`, `no`, `y`, `n`, `true`, `false`, `1`, `0`, a tick or `✗`, in any case; an `x` could be either."""
    plain = tidy(text).lower()
    if plain in CROSSES:
        raise AmountError("must be yes or no. A cross stands for either, so write the word")
    if plain not in YES | NO:
        raise AmountError("must be yes or no")
    return plain in YES
