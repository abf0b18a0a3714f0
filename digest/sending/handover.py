"""An edition handed to a mail service: exactly one draft of it, whatever was cut off before.

Nothing is made before the service was asked what it has, and what it has is known by the mark of
the edition. So it makes no difference how an earlier run ended:

| it was cut off | what this run finds | what it does |
|---|---|---|
| before the draft was made | no draft | makes one |
| after the service made it, with or without an answer | a draft with the mark | updates it |
| between a draft and its content (Mailchimp) | a draft with the mark | updates it |
| while it updated the draft | a draft, and another hash in the ledger | updates it |
| before the ledger was written | a draft with the mark | updates it |
| after another machine had made one, too | two drafts with the mark | keeps the first |

Two machines at once may each make one. Each looks again behind its own making, and of what was
made at one time each keeps the same.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from digest.records.service import ServiceError, persist
from digest.sending.client import ConflictError

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.content.sent import Handover
    from digest.sending.mailservice import Draft, Letter, MailService  # noqa: TC004 -- nothing converts an outcome

T = TypeVar("T")
Deed = Literal["made", "made anew", "updated", "same", "scheduled", "sent"]
"""What was done; or, of the last two, why nothing was."""
_AT_ONCE = dt.timedelta(minutes=2)
"""What two machines make without seeing each other's is made within the time of two requests."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of an edition at the service."""

    deed: Deed
    draft: Draft | None
    """None where it would be made, and nothing may be done."""
    deleted: int = 0
    """How many more drafts of the same edition there were."""
    copies: int = 0
    """How many there are that a person has made of it later."""


def hand_over(
    service: MailService,
    letter: Letter,
    known: Handover | None,
    content: str,
    *,
    is_trial: bool = False,
) -> Outcome:
    """See to it that a service has one draft of an edition, with what the letter says.

    `known` is what the ledger has of it, and `content` the hash of what is handed over. In a trial
    nothing is changed. Raises ServiceError where the service stays away or refuses; whatever it has
    done until then, the next run finds it.
    """

    def settle() -> Outcome:
        try:
            return _settle(service, letter, known, content, is_trial=is_trial)
        except ConflictError:
            # something is there that was not when it was asked, or the other way round
            return _settle(service, letter, known, content, is_trial=is_trial)

    # each try begins with asking: a request that had no answer may have been obeyed
    return ask(service, settle)


def ask(service: MailService, settle: Callable[[], T]) -> T:
    """Return what `settle` returns, which asks a service, and is called again after a fault."""
    try:
        return persist(settle, service.timing, service.title)
    except ConflictError as conflict:
        remedy = "look at the drafts there, then run the same command again"
        raise ServiceError(f"{service.title} answered {conflict}", remedy) from None


def _settle(
    service: MailService, letter: Letter, known: Handover | None, content: str, *, is_trial: bool
) -> Outcome:
    found = _find(service, letter, known)
    deed: Deed = "made anew" if known and known.draft else "made"
    made = None
    if not found and is_trial:
        return Outcome(deed, None)
    if not found:
        made = service.make(letter)
        # another machine may have made one at the same time
        found = _find(service, letter, known, made)
    kept = found[0]
    if kept.state != "draft":
        # whoever was quicker has also had it sent
        if made:
            service.delete(made)
        return Outcome(kept.state, kept)
    twins = [one for one in found[1:] if _is_twin(kept, one)]
    for one in () if is_trial else twins:
        service.delete(one)
    if made is None or made.id != kept.id:
        is_same = known and (known.draft, known.content) == (kept.id, content)
        deed = "same" if is_same else "updated"
        if not is_same and not is_trial:
            service.update(kept, letter)
    return Outcome(deed, kept, len(twins), len(found) - 1 - len(twins))


def _find(
    service: MailService, letter: Letter, known: Handover | None, made: Draft | None = None
) -> tuple[Draft, ...]:
    """Return the mails of an edition: what was sent first, then by when they were made.

    What was `made` just now is among them, also where the service lists it only later.
    """
    ids = {known.draft} if known and known.draft else set()
    listed = service.find(letter.marks, ids)
    is_listed = made is None or any(one.id == made.id for one in listed)
    found = listed if is_listed or made is None else (*listed, made)
    order = ("sent", "scheduled", "draft")
    # ids are numbers at one service
    by_time = sorted(found, key=lambda one: (one.created, len(one.id), one.id))
    return tuple(sorted(by_time, key=lambda one: order.index(one.state)))


def _is_twin(first: Draft, other: Draft) -> bool:
    """Tell whether two drafts were made at one time, and none of them is a person's copy."""
    try:
        made = [dt.datetime.fromisoformat(one.created) for one in (first, other)]
        return abs(made[1] - made[0]) < _AT_ONCE
    except (ValueError, TypeError):
        return True
