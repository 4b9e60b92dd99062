"""A mail as a draft (.eml): text and HTML of the letter, and the files that go with it; opened, it is ready to be sent.

Strategy: nobody has sent it yet, so it has no sender, receiver, date or id, and `X-Unsent` tells mail programs to open it for writing. Where
the parts begin is fixed (a mark that no encoded part can hold), so the same letter is the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from app.models.analysis import Analysis
from app.reporting.options import ReportOptions
from app.reporting.outwardsummary import outward_summary, to_html, to_plain
from app.reporting.printable import printable

_SUBJECT_CHARACTERS: Final = 200
_NAME_CHARACTERS: Final = 120
_MARK: Final = "=_part_{}"  # "=_" stands in no base64 and in no quoted-printable text
_UNNAMED: Final = "report"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; `media_type` as `application/pdf`."""

    name: str
    content: bytes
    media_type: str


def outward_mail(analysis: Analysis, options: ReportOptions, attachments: Sequence[Attachment] = ()) -> bytes:
    """The draft to the other side: what we ask for, with nothing that is ours alone. The attachments must be outward ones."""
    made = outward_summary(analysis, options, attached=len(attachments))
    return to_mail(made.subject, to_plain(made), to_html(made), attachments)


def to_mail(
    subject: str, text: str, html: str, attachments: Sequence[Attachment] = (), *, made_at: datetime | None = None
) -> bytes:
    """The file's content; `made_at`: its date, none where it is not given."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _line(subject, _SUBJECT_CHARACTERS)
    message["X-Unsent"] = "1"
    if made_at is not None:
        message["Date"] = made_at
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    for attachment in attachments:
        kind, _, form = attachment.media_type.partition("/")
        message.add_attachment(attachment.content, maintype=kind, subtype=form, filename=_file_name(attachment.name))
    _fix_boundaries(message)
    return message.as_bytes()


def _fix_boundaries(message: EmailMessage) -> None:
    multiparts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(multiparts, start=1):
        part.set_boundary(_MARK.format(number))


def _line(content: str, longest: int) -> str:
    """One line: a line end in a subject would begin another header."""
    return printable(" ".join(content.split()))[:longest].strip()


def _file_name(name: str) -> str:
    """A name without folders, short enough for every system, with its suffix kept."""
    bare = _line(name.replace("\\", "/").rpartition("/")[2], len(name))
    stem, dot, suffix = bare.rpartition(".")
    return f"{stem[:_NAME_CHARACTERS]}{dot}{suffix}" if stem else bare[:_NAME_CHARACTERS] or _UNNAMED
