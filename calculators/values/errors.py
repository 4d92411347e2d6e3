"""What goes wrong when a text is read as a value."""


class AmountError(ValueError):
    """A text is not an amount of the kind asked for; the message ends a sentence that names the field."""


class Negative(AmountError):
    """An amount is below nought."""


class Bracketed(Negative):
    """An amount stands in brackets, as accounts write one that is negative."""


class Dashed(AmountError):
    """A dash stands in place of an amount, as accounts write nothing."""
