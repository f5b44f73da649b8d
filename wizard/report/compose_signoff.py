"""The last page: what signing means, and room for a decision and two signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.assess.deciders import person_in
from wizard.report.blocks import SignatureBlock, SignOffPage
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.answers import Answers
    from wizard.model.pack import Pack
    from wizard.model.school import School


def sign_off_page(pack: Pack, school: School, answers: Answers) -> SignOffPage:
    """Return the page to sign, with the names that are known.

    It says "discussed with", never "verified": nobody has looked at an account.  There is
    nothing to decide in a record of what happened.
    """
    record = pack.journey.is_record
    decisions = (
        say("paper.sign.approved"),
        say("paper.sign.with-conditions"),
        say("paper.sign.not-yet"),
    )
    staff = person_in("staff", school, answers)
    slt = person_in("slt", school, answers)
    return SignOffPage(
        meaning=say("paper.sign.meaning-of-record" if record else "paper.sign.meaning"),
        staff_statement=pack.journey.sign_off.staff,
        slt_statement=pack.journey.sign_off.slt,
        staff=SignatureBlock(say("paper.sign.staff"), staff.name, staff.role),
        slt=SignatureBlock(say("paper.sign.slt"), slt.name, slt.role),
        discussed_with=say("paper.sign.discussed-with"),
        decisions=() if record else decisions,
        conditions_label=say("paper.sign.noted" if record else "paper.sign.conditions"),
        review_label=say("paper.sign.review"),
    )
