"""The mail to the other side: what it asks for, that nothing internal is in it, and the draft as a foreign reader takes it apart."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import UTC, datetime
from email.policy import SMTP, default

import html5lib
import pytest

from app.models.decisions import Decision, Verdict
from app.reporting.options import Reader, ReportOptions, Wording
from app.reporting.outward import outward_entries
from app.reporting.outwardsummary import outward_summary, to_html, to_plain
from app.reporting.tomail import Attachment, outward_mail, to_mail
from tests.unit.reporting.internal_marks import (
    COMMENT,
    PREFERRED,
    found_marks,
    internal_options,
    marked_analysis,
    outward_options,
)
from tests.unit.reporting.papers import HOSTILE
from tests.unit.reporting.report_example import ANALYSIS

MARKED = marked_analysis()
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
OUTWARD = ReportOptions(reader=Reader.OUTWARD, reviewer="Mia Muster", company="Muster GmbH")


def read(content: bytes):
    return email.message_from_bytes(content, policy=default)


def body(content: bytes, kind: str) -> str:
    return read(content).get_body((kind,)).get_content()


def named(analysis, name: str):
    source = replace(analysis.reading.source, name=name)
    return replace(analysis, reading=replace(analysis.reading, source=source))


# --- what it says


def test_each_point_has_its_place_its_words_and_our_proposal():
    made = outward_summary(MARKED, OUTWARD)
    lines = [dict(point.lines) for point in made.points]
    proposed = [line for line in lines if PREFERRED in line.get("Unser Vorschlag", "")]
    assert proposed
    assert all(line["Noch einzusetzen"] == "Betrag" for line in proposed)
    assert any({"Stelle", "Wortlaut", "Anmerkung", "Unser Vorschlag"} <= line.keys() for line in lines)
    assert any(line["Anmerkung"] == COMMENT for line in proposed)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_its_points_are_those_of_the_outward_report_under_the_same_numbers(lang):
    options = outward_options(MARKED, lang)
    entries = outward_entries(MARKED, options)
    titles = [point.title for point in outward_summary(MARKED, options).points]
    assert titles == [f"{entry.number}. {entry.title}" for entry in entries]
    assert titles


def test_it_is_polite_and_signed_by_the_names_given():
    made = to_plain(outward_summary(ANALYSIS, OUTWARD))
    assert made.startswith("Guten Tag,\n\nwir haben das Dokument „")
    assert made.endswith("Mit freundlichen Grüßen\nMia Muster\nMuster GmbH\n")
    english = to_plain(outward_summary(ANALYSIS, ReportOptions(lang="en")))
    assert english.startswith("Hello,\n\nwe have read the document “")
    assert english.endswith("Kind regards\n")


def test_a_document_without_findings_has_no_points_and_no_promise():
    made = to_plain(outward_summary(replace(ANALYSIS, findings=()), OUTWARD))
    assert "zurzeit keine Anmerkungen" in made
    assert "Gern besprechen" not in made
    assert "keine Rechtsberatung" in made


def test_one_point_is_spoken_of_as_one():
    options = replace(OUTWARD, chosen=frozenset({ANALYSIS.findings[0].anchor}))
    made = to_plain(outward_summary(ANALYSIS, options))
    assert "den folgenden Punkt" in made
    assert "1. " in made
    assert "2. " not in made.replace("S. 2. ", "")
    assert "eine Auswahl" in made


def test_what_could_not_be_read_is_said():
    assert not ANALYSIS.reading.source.complete
    assert "konnten wir nicht lesen: " in to_plain(outward_summary(ANALYSIS, OUTWARD))


@pytest.mark.parametrize(("attached", "said"), [(0, ""), (1, "Die Anlage enthält"), (2, "Die Anlagen enthalten")])
def test_files_that_go_with_it_are_named(attached, said):
    made = to_plain(outward_summary(ANALYSIS, OUTWARD, attached=attached))
    assert said in made
    assert ("Anlage" in made) == bool(attached)


def test_what_was_accepted_is_not_asked_for_even_when_the_report_is_internal():
    finding = ANALYSIS.findings[0]
    decided = {finding.anchor: Decision(finding.anchor, Verdict.ACCEPT, "Mia", NOW)}
    before = outward_summary(ANALYSIS, OUTWARD)
    after = outward_summary(ANALYSIS, replace(OUTWARD, reader=Reader.INTERNAL, decided=decided))
    assert len(after.points) == len(before.points) - 1


def test_without_proposals_none_is_made():
    assert PREFERRED not in to_plain(outward_summary(MARKED, replace(OUTWARD, proposals=Wording.NONE)))


# --- nothing internal


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("options", [outward_options, internal_options], ids=["outward", "internal"])
def test_nothing_internal_is_in_it_whatever_was_asked_for(lang, options):
    content = outward_mail(MARKED, options(MARKED, lang))
    assert found_marks(content) == []
    assert PREFERRED in body(content, "plain")
    assert PREFERRED in body(content, "html")


# --- the draft


def test_it_opens_for_writing_and_nobody_has_sent_it():
    message = read(outward_mail(ANALYSIS, OUTWARD))
    assert message["X-Unsent"] == "1"
    assert {name for name in ("From", "To", "Date", "Message-ID", "User-Agent", "X-Mailer") if name in message} == set()
    assert message["Subject"] == f"Anmerkungen zu {ANALYSIS.reading.source.name}"


def test_a_date_is_there_where_it_is_given():
    assert read(to_mail("a", "b", "c", made_at=NOW))["Date"].datetime == NOW


def test_text_and_html_are_alternatives_and_say_the_same():
    content = outward_mail(ANALYSIS, OUTWARD)
    assert read(content).get_content_type() == "multipart/alternative"
    shown = "".join(html5lib.parse(body(content, "html"), namespaceHTMLElements=False).itertext())
    assert "".join(shown.split()) == "".join(body(content, "plain").split())


def test_files_keep_their_names_kinds_and_bytes():
    given = (
        Attachment("Anmerkungen zu „Straßenbau“ – Ä.pdf", b"%PDF-1.7\r\n\0\xff", "application/pdf"),
        Attachment("Vertrag 契約.docx", bytes(range(256)) * 300, "application/vnd.openxmlformats-officedocument.x"),
    )
    content = outward_mail(ANALYSIS, OUTWARD, given)
    assert read(content).get_content_type() == "multipart/mixed"
    found = [(p.get_filename(), p.get_content(), p.get_content_type()) for p in read(content).iter_attachments()]
    assert found == [(one.name, one.content, one.media_type) for one in given]
    assert b"filename*=utf-8''" in content
    assert "Die Anlagen enthalten" in body(content, "plain")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\mia\\Vertrag.pdf", "Vertrag.pdf"),
        ("a\r\nBcc: x@y.pdf", "a Bcc: x@y.pdf"),
        ("\x00\u202egnp.exe", "\ufffd\ufffdgnp.exe"),
        ("x" * 400 + ".docx", "x" * 120 + ".docx"),
        ("", "report"),
        ("\ud800.pdf", "\ufffd.pdf"),
    ],
)
def test_names_of_files_are_bare_and_on_one_line(name, kept):
    content = to_mail("a", "b", "c", (Attachment(name, b"1", "application/pdf"),))
    (part,) = read(content).iter_attachments()
    assert part.get_filename() == kept
    assert "Bcc" not in read(content)


def test_hostile_names_stay_names():
    analysis = named(ANALYSIS, f"AGB{HOSTILE}\r\nBcc: alle@example.org\n\n<img src=x>.pdf")
    content = outward_mail(analysis, OUTWARD)
    message = read(content)
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    assert "\nBcc" not in body(content, "plain")
    tree = html5lib.parse(body(content, "html"), namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter()} <= {"html", "head", "meta", "body", "p", "br", "b", "i"}
    assert "\x1b" not in body(content, "plain") + body(content, "html")


def test_no_line_is_longer_than_mail_allows_and_all_is_ascii():
    analysis = named(ANALYSIS, "Ä" * 3000 + ".pdf")
    content = outward_mail(analysis, OUTWARD, (Attachment("ß" * 300 + ".pdf", b"x" * 9999, "application/pdf"),))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert content.isascii()
    assert not [line for line in lines if b"\n" in line]


def test_the_same_letter_is_the_same_bytes():
    files = (Attachment("a.pdf", b"1", "application/pdf"),)
    assert outward_mail(ANALYSIS, OUTWARD, files) == outward_mail(ANALYSIS, OUTWARD, files)


def test_a_body_that_looks_like_a_boundary_does_not_end_its_part():
    text = "--=_part_1--\n--=_part_2\n\n.\nEnde\n"
    content = to_mail("a", text, "c", (Attachment("a.txt", text.encode(), "application/octet-stream"),))
    assert body(content, "plain").replace("\r\n", "\n") == text
    (part,) = read(content).iter_attachments()
    assert part.get_content() == text.encode()


def test_reading_and_writing_it_again_changes_nothing():
    content = outward_mail(ANALYSIS, OUTWARD, (Attachment("ä.pdf", b"1", "application/pdf"),))
    again = email.message_from_bytes(content, policy=SMTP).as_bytes()
    assert read(again).get_body(("plain",)).get_content() == body(content, "plain")


def test_html_is_escaped():
    made = outward_summary(named(ANALYSIS, "<b>&.pdf"), OUTWARD)
    assert "&lt;b&gt;&amp;.pdf" in to_html(made)
