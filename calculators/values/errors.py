"""What goes wrong when a text is read as a value."""


class AmountError(ValueError):
    """A text is not an amount of the kind asked for; the message ends a sentence that names the field."""
