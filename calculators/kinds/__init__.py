"""Nothing but calculators, one folder each, of the site that is built: the registry finds them by themselves."""

from calculators.records.folders import KINDS

__path__ = [str(KINDS)]
