"""What each paper’s scheme rests on: its rules on the share, its use, the way of a proposal and the limits."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS, REFORM

ASSISTANT_DIRECTOR, SUB_GROUP = "assistant-director-of-pbc", "business-meeting-sub-group"
COMMITTEE, TRUST = "pbc-governance-committee", "pct"
OGIM, BOTH = "ogim", "ogim; service-development-template"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The rules of one paper, by id.

    `minimum`: the share may be more than the paper's figure. `restoring` and `special` are the rules for a
    trust in deficit and an area in special circumstances; none where the paper does not speak of it.
    `approver` is empty where the proposal's value settles it, and `sent` what such a proposal has to show.
    `timed` are the documents without which no time is set for the answer (none: always).
    """

    share: str
    rest: str = ""
    minimum: bool = False
    use: tuple[str, ...]
    restoring: tuple[str, ...] = ()
    special: tuple[str, ...] = ()
    approver: str = ""
    sent: tuple[str, ...] = ()
    limit: str
    aim: str = ""
    limit_basis: str = "stated"
    timed: str = ""


SCHEMES = {
    DURHAM: Scheme(
        share="fur-practice-share",
        use=("fur-nature", "fur-principles", "fur-commit-within", "fur-patients-engaged"),
        # The limit is that of service proposals (8.4); section 6.2 itself gives none.
        # It counts from a template that a small proposal does without.
        limit="decision-deadline",
        limit_basis="inferred",
        timed=BOTH,
    ),
    HERTS: Scheme(
        share="fur-minimum-share",
        rest="fur-pct-remainder",
        minimum=True,
        use=("fur-minimum-share", "fur-pct-remainder", "fur-unplanned-objectives", "fur-priority-order"),
        restoring=("fur-no-withholding", "budget-no-deficit-topslice"),
        special=("fur-special-circumstances", "special-circumstances-balance"),
        approver=COMMITTEE,
        sent=("fur-approval-limit", "fur-priority-order"),
        # The weeks are the paper’s. That they run from the day the proposal goes in is not.
        limit="fur-approval-limit",
        limit_basis="inferred",
        aim="fur-approval-target",
    ),
    REFORM: Scheme(
        share="fur-70-percent",
        use=("fur-use-needs-pct-agreement", "fur-70-percent"),
        restoring=("fair-budget-during-deficit",),
        approver=TRUST,
        sent=("fur-use-needs-pct-agreement",),
        # As in Hertfordshire: the paper does not say from which day they run.
        limit="fur-reply-8-weeks",
        limit_basis="inferred",
    ),
}
