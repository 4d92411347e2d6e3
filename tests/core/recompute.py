"""Work out again, from its words alone, the arithmetic that a step shows."""

import re
from fractions import Fraction

TOKEN = re.compile(r"\s*(?:(£?[\d,]+(?:\.\d+)?%?)|([-+−×÷()]))")


def recompute(text: str) -> Fraction:
    """The exact value of `£1,200,000 × 1%` and the like; `the smaller of A and B` included."""
    if text.startswith("the smaller of "):
        first, second = text.removeprefix("the smaller of ").split(" and ")
        return min(recompute(first), recompute(second))
    tokens = [number or sign for number, sign in TOKEN.findall(text)]
    assert "".join(tokens).replace(" ", "") == text.replace(" ", ""), f"cannot read {text!r}"
    value, rest = _sum(tokens)
    assert not rest, f"cannot read {text!r}"
    return value


def _sum(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _product(tokens)
    while tokens and tokens[0] in "+−":
        sign, (term, tokens) = tokens[0], _product(tokens[1:])
        value = value + term if sign == "+" else value - term
    return value, tokens


def _product(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _atom(tokens)
    while tokens and tokens[0] in "×÷":
        sign, (factor, tokens) = tokens[0], _atom(tokens[1:])
        value = value * factor if sign == "×" else value / factor
    return value, tokens


def _atom(tokens: list[str]) -> tuple[Fraction, list[str]]:
    if tokens[0] == "(":
        value, tokens = _sum(tokens[1:])
        return value, tokens[1:]
    number = tokens[0].strip("£%").replace(",", "")
    return Fraction(number) / (100 if tokens[0].endswith("%") else 1), tokens[1:]
