"""Headings and sentences of two companies' terms beside each other, German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "title": ("Zwei AGB nebeneinander", "Two sets of terms side by side"),
    "ours": ("Unsere Bedingungen", "Our terms"),
    "theirs": ("Bedingungen der anderen Seite", "The other side's terms"),
    "notice": (
        "Hinweis: Welche Bedingungen gelten, hängt davon ab, wie der Vertrag geschlossen wurde. Die Tabelle zeigt, was auf jeder Seite "
        "steht, und welche gesetzliche Regel eine Lücke füllen könnte. Sie ist keine Rechtsberatung.",
        "Note: which terms apply depends on how the contract was concluded. The table shows what stands on either side, and which "
        "statutory rule might fill a gap. It is no legal advice.",
    ),
    "rules_review": (
        "Die gesetzlichen Regeln wurden in keiner amtlichen Quelle nachgesehen; eine Juristin oder ein Jurist muss sie bestätigen.",
        "The statutory rules were looked up in no official source; a lawyer must confirm them.",
    ),
    "overview": ("Überblick", "Overview"),
    "subjects": ("Thema für Thema", "Subject by subject"),
    "subject": ("Thema", "Subject"),
    "meeting": ("Ergebnis", "Result"),
    "gap": ("Ohne Einigung gälte", "Without agreement"),
    "collision": ("Wenn die Bedingungen einander widersprechen", "Where the terms contradict each other"),
    "defence": ("Abwehrklauseln", "Clauses refusing foreign terms"),
    "no_defence": ("Keine Abwehrklausel gefunden.", "No clause refusing foreign terms was found."),
    "values": ("Werte", "Values"),
    "cells": ("Haftung im Einzelnen", "Liability in detail"),
    "case": ("Fall", "Case"),
    "left_out": ("Klauseln ohne erkanntes Thema (nicht verglichen)", "Clauses on no known subject (not compared)"),
    "unread_ours": ("Nicht gelesen oder nicht geprüft: unsere Bedingungen", "Not read or not checked: our terms"),
    "unread_theirs": ("Nicht gelesen oder nicht geprüft: andere Seite", "Not read or not checked: the other side"),
    "nothing": ("sagt nichts", "says nothing"),
    "number": ("Anzahl", "Number"),
    "norm": ("{norms} (Stand {date}; {source})", "{norms} (as of {date}; {source})"),
    "meeting.agree": ("stimmen überein", "agree"),
    "meeting.collide": ("widersprechen sich", "collide"),
    "meeting.differ": ("lauten verschieden: bitte selbst vergleichen", "are worded differently: please compare"),
    "meeting.only_ours": ("nur bei uns", "only ours"),
    "meeting.only_theirs": ("nur bei der anderen Seite", "only theirs"),
    "liable": ("{party}: {damage}, {fault}", "{party}: {damage}, {fault}"),
}


def form_phrase(code: str, lang: Lang, **params: object) -> str:
    """A heading or sentence."""
    return filled(_PHRASES[code], params, lang)
