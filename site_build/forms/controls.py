"""One field of a declaration as the options of one NHS form component.

No default is filled in or chosen beforehand: it is nobody’s answer, and a hint says what is taken where none is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from calculators.engine.fields import Choice, Cluster, Field
from calculators.uses.practices import asks_for_practices

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
    cluster: Cluster | None = None

    @property
    def clearable(self) -> bool:
        """A question of choices starts unanswered, and can be left unanswered again."""
        return self.component == "radios"

    @property
    def of_practices(self) -> bool:
        """Whether it takes a table with a row for each practice."""
        return asks_for_practices(self.field)

    @property
    def show_if(self) -> dict[str, list[str]]:
        """The answers that this question depends on."""
        conditions = (self.cluster.show_if if self.cluster else None, self.field.show_if)
        return {c.field: list(c.values) for c in conditions if c}


def control(field: Field, cluster: Cluster | None = None, *, leads: bool = False) -> Control:
    """The component that asks for this field: radios, a text area for a table, else a line of text.

    In a card the question that `leads` it stands for the whole; the others name the card for those who hear them.
    """
    if field.kind in {"yes/no", "choice"}:
        return Control("radios", _radios(field, cluster, leads), field, cluster)
    if field.kind == "table":
        return Control("textarea", _textarea(field), field, cluster)
    return Control("input", _input(field, cluster, leads), field, cluster)


def _label(text: str, cluster: Cluster | None, leads: bool) -> Options:
    label: Options = {"text": text}
    return label | ({"visuallyHiddenText": f"({cluster.title})"} if cluster and not leads else {})


def _common(field: Field, cluster: Cluster | None, leads: bool, *, optional: bool) -> Options:
    text = field.in_card or field.label
    label = f"{text} (optional)" if optional else text
    options: Options = {"name": field.name, "id": field.name, "label": _label(label, cluster, leads)}
    return options | _hint(field, cluster, leads)


def _hint(field: Field, cluster: Cluster | None, leads: bool) -> Options:
    told = [field.hint, cluster.hint if cluster and leads else "", _taken(field)]
    return {"hint": {"text": " ".join(filter(None, told))}} if any(told) else {}


def _taken(field: Field) -> str:
    """What a result takes where there is no answer."""
    if not field.default:
        return ""
    shown = field.shown(field.default)
    if field.kind in {"yes/no", "choice"}:
        return f"Left open, it is taken as “{shown}”."
    return f"Left empty, it is taken as {shown}."


def _input(field: Field, cluster: Cluster | None, leads: bool) -> Options:
    optional = not (field.must_answer or cluster)
    options = _common(field, cluster, leads, optional=optional) | AFFIXES.get(field.kind, {})
    options |= {"width": WIDTHS.get(field.kind, "20"), "spellcheck": False}
    return options | ({"inputmode": mode} if (mode := INPUT_MODES.get(field.kind)) else {})


def _textarea(field: Field) -> Options:
    attributes = {"autocapitalize": "off"}
    return _common(field, None, True, optional=not field.required) | {
        "rows": TABLE_ROWS,
        "attributes": attributes,
    }


def _radios(field: Field, cluster: Cluster | None, leads: bool) -> Options:
    choices = field.choices or YES_NO
    brief = all(len(c.label) <= len("Yes, in part") and not c.hint for c in choices)
    items = [
        {"value": c.value, "text": c.label} | ({"hint": {"text": c.hint}} if c.hint else {}) for c in choices
    ]
    options: Options = {"name": field.name, "idPrefix": field.name, "items": items}
    legend = _label(field.in_card or field.label, cluster, leads)
    options |= {"fieldset": {"legend": legend}, "inline": brief, "small": cluster is not None}
    return options | _hint(field, cluster, leads)
