"""One field of a declaration as the options of one NHS form component."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.engine.fields import Choice, Field

Options = dict[str, object]

INPUT_MODES = {"money": "decimal", "percent": "decimal", "number": "decimal", "count": "numeric"}
WIDTHS = {"money": "10", "percent": "4", "number": "5", "count": "5", "date": "10", "financial year": "5"}
AFFIXES: dict[str, Options] = {"money": {"prefix": "£"}, "percent": {"suffix": "%"}}
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
TABLE_ROWS = 6


@dataclass(frozen=True, slots=True)
class Control:
    """A component's name, its options, and what the form element needs to know of the field."""

    component: str
    options: Options
    field: Field

    @property
    def clearable(self) -> bool:
        """A question of choices that starts unanswered can be left unanswered again."""
        return self.component == "radios" and not self.field.default

    @property
    def show_if(self) -> dict[str, list[str]]:
        """The answers that this question depends on."""
        condition = self.field.show_if
        return {condition.field: list(condition.values)} if condition else {}

    @property
    def columns(self) -> list[str]:
        """The headings that a pasted table may have, in the one spelling that the preview compares."""
        names = (text for c in self.field.columns for text in (c.name, c.label))
        return sorted({name.lower().replace("_", " ") for name in names})


def control(field: Field, *, in_card: bool = False) -> Control:
    """The component that asks for this field: radios, a text area for a table, else a line of text."""
    if field.kind in {"yes/no", "choice"}:
        return Control("radios", _radios(field, in_card), field)
    if field.kind == "table":
        return Control("textarea", _textarea(field), field)
    return Control("input", _input(field, in_card), field)


def _common(field: Field, *, optional: bool) -> Options:
    label = f"{field.label} (optional)" if optional else field.label
    options: Options = {"name": field.name, "id": field.name, "label": {"text": label}}
    return options | ({"hint": {"text": field.hint}} if field.hint else {})


def _input(field: Field, in_card: bool) -> Options:
    optional = not (field.required or field.default or in_card)
    options = _common(field, optional=optional) | AFFIXES.get(field.kind, {})
    options |= {"width": WIDTHS.get(field.kind, "20"), "value": field.default, "spellcheck": False}
    return options | ({"inputmode": mode} if (mode := INPUT_MODES.get(field.kind)) else {})


def _textarea(field: Field) -> Options:
    attributes = {"wrap": "off", "autocapitalize": "off"}
    return _common(field, optional=not field.required) | {"rows": TABLE_ROWS, "attributes": attributes}


def _radios(field: Field, in_card: bool) -> Options:
    choices = field.choices or YES_NO
    brief = all(len(c.label) <= len("Yes, in part") and not c.hint for c in choices)
    items = [{"value": c.value, "text": c.label} | ({"hint": {"text": c.hint}} if c.hint else {}) for c in choices]
    options: Options = {"name": field.name, "idPrefix": field.name, "items": items, "value": field.default}
    options |= {"fieldset": {"legend": {"text": field.label}}, "inline": brief, "small": in_card}
    return options | ({"hint": {"text": field.hint}} if field.hint else {})
