"""The calculators' forms and worked examples as HTML, from their declarations and cases, at build time."""

from site_build.forms.examples import worked_examples, worked_headline
from site_build.forms.form import calculator
from site_build.forms.index import calculator_index

__all__ = ["calculator", "calculator_index", "worked_examples", "worked_headline"]
