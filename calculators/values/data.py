"""The shape of what becomes JSON."""

Json = dict[str, object]
