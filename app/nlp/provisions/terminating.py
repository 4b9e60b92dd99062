"""Who terminates, and thus whose period of notice it is.

Strategy: first the one a period or a right is given to in so many words (`die Kündigungsfrist für den Kunden`, `dem Mieter
steht das Recht zu`), where a sentence gives several the one beside the period; then the one who acts; then the one for whom
a contract can be terminated. A passive that names nobody speaks to both sides.
"""

from __future__ import annotations

import re

from app.models.provisions import Party
from app.models.source import Span
from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.parties import Roles, other, speaks_of_us

_SIDE = r"(CUSTOMER|SUPPLIER)\b"
_FOR = rf"für\s+(?:(?:den|die|das|alle|jeden)\s+)?{_SIDE}"
_SAME = r"(?:(?!\b(?:CUSTOMER|SUPPLIER)\b)[^.;])"  # up to the next side that is named
_PASSIVE = words(r"gekündigt kündbar kündigungsfrist\w* kündigung\w* aufgelöst beendet")

# Whom a notice reaches does not give it.
_REACHES = re.compile(
    rf"\bkündigung\w*\s+(?:muss|müssen|hat|haben)\s+(?:dem\s+|den\s+|die\s+|der\s+)?{_SIDE}[^.;]{{0,80}}\b(?:erreich|zugeh|zugegangen|vorlieg|vorzuliegen|eingeh)",
    re.IGNORECASE,
)
# `Für den Kunden gilt eine Kündigungsfrist von …`, `die Kündigungsfrist für den Kunden`: it is the one's who keeps it.
_PERIOD_FOR = re.compile(
    rf"(?:\b(?:gilt|gelten|beträgt|betragen|und|\w*frist(?:en)?|frist\s+(?:zur|für\s+die)\s+kündigung)\s+|^\W*){_FOR}"
    rf"|\b{_FOR}\s+(?:geltende|maßgebliche|einzuhaltende|vereinbarte|bestehende)\w*\s+(?:\w+\s+)?\w*frist",
    re.IGNORECASE,
)
# `sowohl für den Kunden als auch für den Anbieter`
_FOR_BOTH = re.compile(
    rf"\b{_FOR}\s+(?:und|oder|sowie|wie(?:\s+auch)?|als\s+auch)\s+(?:für\s+)?(?:(?:den|die|das)\s+)?{_SIDE}",
    re.IGNORECASE,
)
# `einen Monat für den Kunden und drei Monate für den Anbieter`
_FOR_BEHIND = re.compile(rf"^\s*(?:zum\s+\w+\s+)?{_FOR}", re.IGNORECASE)
# `Dem Kunden steht ein Kündigungsrecht zu`: who gets the right has it.
_RIGHT_OF = re.compile(
    rf"\b(?:dem|der|den)\s+{_SIDE}{_SAME}{{0,80}}\b(?:\w*kündigungsrecht|recht\s+(?:zur|auf)\s+\w*kündigung|kündigung\w*\s+(?:\w+\s+){{0,8}}?(?:gestattet|erlaubt|möglich))\b",
    re.IGNORECASE,
)
# `Dem Kunden steht das Recht zu, den Vertrag … zu kündigen`, `es bleibt dem Kunden unbenommen, …`
_GRANTED = re.compile(
    rf"\bdem\s+{_SIDE}\s+(?:steht|bleibt|ist|wird)\b{_SAME}{{0,60}}?\b(?:recht|befugnis|möglichkeit|frei|unbenommen|vorbehalten|gestattet|erlaubt|möglich)\b"
    rf"|\b(?:steht|bleibt|ist|wird)\s+(?:es\s+)?dem\s+{_SIDE}{_SAME}{{0,60}}?\b(?:recht|befugnis|möglichkeit|frei|unbenommen|vorbehalten|gestattet|erlaubt|möglich)\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"\b(?:behalten|behält|vorbehalten)\b[^.;]*,\s*$", re.IGNORECASE)
_TO_TERMINATE = re.compile(r"\bzu\s+(?:kündigen|beenden|lösen)\b|\baufzulösen\b", re.IGNORECASE)
# `Der Vertrag ist für den Kunden … kündbar`
_TERMINABLE_FOR = re.compile(
    rf"\b(?:ist|sind|wird|werden|bleibt|kann|können)\s+(?:\w+\s+){{0,4}}?{_FOR}(?:(?!\bund\b)[^.;])*?\b(?:kündbar|beendbar|auflösbar|gekündigt|beendet|möglich|zulässig|gestattet|erlaubt)\b",
    re.IGNORECASE,
)


def terminating(sentence: Sentence, view: View, at: Span) -> Party | None:
    """Whose termination the period at `at` (characters of the clause) is for; None where the text leaves it open."""
    roles = view.around.roles
    start, end = at[0] - sentence.start, at[1] - sentence.start
    low = max(sentence.text.rfind(mark, 0, start) for mark in (";", ":", ",")) + 1
    high = min((i for mark in (";", ", ") if (i := sentence.text.find(mark, start)) >= 0), default=len(sentence.text))
    near = sentence.text[low:high]
    whole = sentence.text[sentence.text.rfind(". ", 0, start) + 1 :]  # a small company name may hide a sentence's end
    reached = _REACHES.search(roles.normalised(whole))
    if reached:
        return other(_party(reached))
    if (joined := _FOR_BOTH.search(roles.normalised(near))) and joined[1] != joined[2]:
        return Party.BOTH
    given = _given(sentence.text[low:start], sentence.text[end:high], roles) or _right(whole, near, roles)
    return given or _reserving(sentence.text[:low], near, roles) or _acting(near, whole, roles)


def _given(ahead: str, behind: str, roles: Roles) -> Party | None:
    """The one for whom the period is, of several the one beside it."""
    behind = roles.normalised(behind)
    beside = _FOR_BEHIND.search(behind)
    if beside:
        return _party(beside)
    earlier = [*_PERIOD_FOR.finditer(roles.normalised(ahead))]
    later = _PERIOD_FOR.search(behind)
    if earlier:
        return _party(earlier[-1])
    return _party(later) if later else None


def _right(whole: str, near: str, roles: Roles) -> Party | None:
    """The one who is given the right to terminate."""
    plain = roles.normalised(whole)
    right = _RIGHT_OF.search(plain) or (_TO_TERMINATE.search(near) and _GRANTED.search(plain))
    return _party(right) if right else None


def _reserving(lead: str, near: str, roles: Roles) -> Party | None:
    """Of `wir behalten uns vor, das Konto des Kunden zu kündigen` the one who reserves it: the infinitive has no other subject."""
    return roles.acting(lead) if _TO_TERMINATE.search(near) and _RESERVED.search(lead) else None


def _acting(near: str, whole: str, roles: Roles) -> Party | None:
    for text in (near, whole):
        party = roles.acting(text)
        if party is not None:
            return party
        if terminable := _TERMINABLE_FOR.search(roles.normalised(text)):
            return _party(terminable)
        if not roles.mentioned(text) and not speaks_of_us(text) and _PASSIVE.search(text):
            return Party.BOTH
    return None


def _party(match: re.Match[str]) -> Party:
    return Party(next(g for g in match.groups() if g).lower())
