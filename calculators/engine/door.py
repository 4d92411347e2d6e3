"""JSON in, JSON out: the door that the browser's worker and the command line share."""

from __future__ import annotations

import json

from calculators.engine.errors import CaseError, UnknownCalculator
from calculators.engine.rendering import render_result
from calculators.engine.result import Json
from calculators.engine.run import run


def read_json_case(text: str) -> dict[str, object]:
    """A case from JSON. Numbers keep the digits typed; true and false are yes and no; null is no answer."""
    try:
        case = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError):
        raise CaseError({"case": "The case must be JSON: an object from field names to text"}) from None
    if not isinstance(case, dict):
        raise CaseError({"case": "The case must be an object from field names to text"})
    plain = {True: "yes", False: "no", None: ""}
    return {k: plain[v] if v is None or isinstance(v, bool) else v for k, v in case.items()}


def answer(calculator: str, case_json: str) -> Json:
    """The contract's result, or `{"errors": …}`."""
    try:
        return run(calculator, read_json_case(case_json)).to_json()
    except CaseError as error:
        return {"errors": error.errors}
    except UnknownCalculator as error:
        return {"errors": {"calculator": str(error.args[0])}}


def answer_page(calculator: str, case_json: str, base: str) -> str:
    """What the page's worker replies, as JSON: `{"errors"}` or `{"result", "html"}`."""
    try:
        case = read_json_case(case_json)
        result = run(calculator, case)
    except CaseError as error:
        return json.dumps({"errors": error.errors})
    except UnknownCalculator as error:
        return json.dumps({"errors": {"calculator": str(error.args[0])}})
    typed = {k: str(v) for k, v in case.items()}
    return json.dumps({"result": result.to_json(), "html": render_result(result, typed, base)})
