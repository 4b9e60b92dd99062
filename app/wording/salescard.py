"""The words of the sales card: each finding as somebody says it who never studied law, and the card's own lines.

No limit, no position and no note of ours is in them: what stands here may lie on the table. `{value}` is what the document says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.wording.lang import Lang, Pair, Table, filled

PLAIN: Final[Table] = {
    # liability
    "low_cap": ("Begrenzte Haftung: {value}", "Limited liability: {value}"),
    "high_cap": ("Hohe Haftung für uns: {value}", "High liability for us: {value}"),
    "order_value_cap": ("Ersatz höchstens bis zum Auftragswert", "Compensation only up to the order value"),
    "restoration_effort_cap": (
        "Bei Datenverlust wird nur das Wiederherstellen bezahlt",
        "For lost data only restoring them is paid",
    ),
    "missing_carve_outs": (
        "Haftung ausgeschlossen, ohne die üblichen Ausnahmen",
        "Liability excluded without the usual exceptions",
    ),
    "fixed_sum_cap": ("Fester Höchstbetrag für Verbraucher", "Fixed maximum for consumers"),
    "price_share_cap": (
        "Verbraucher bekommen nur einen Teil des Preises ersetzt",
        "Consumers get a share of the price only",
    ),
    "percentage_cap_consumer": (
        "Verbraucher bekommen bei Verzug nur eine Pauschale",
        "Consumers get a lump sum only for delay",
    ),
    "foreseeable_cap_missing": (
        "Unsere Haftung ist nicht auf übliche Schäden begrenzt",
        "Our liability is not limited to usual damage",
    ),
    # ending the contract
    "long_notice": ("Lange Kündigungsfrist: {value}", "Long notice period: {value}"),
    "short_notice": ("Kurze Kündigungsfrist: {value}", "Short notice period: {value}"),
    "immediate_termination": ("Kündigung ganz ohne Frist", "Termination without any notice"),
    "fixed_termination_date": ("Kündigung nur zu festen Terminen", "Termination at fixed dates only"),
    "short_term": ("Kurze Laufzeit: {value}", "Short term: {value}"),
    "long_term": ("Lange Laufzeit: {value}", "Long term: {value}"),
    "long_renewal": (
        "Verlängert sich lange, wenn niemand kündigt: {value}",
        "Renews for long if nobody gives notice: {value}",
    ),
    "fixed_renewal": (
        "Verlängert sich um eine feste Zeit, wenn niemand kündigt",
        "Renews for a fixed time if nobody gives notice",
    ),
    # complaints, silence
    "short_objection": ("Kurze Frist für Beanstandungen: {value}", "Short time for complaints: {value}"),
    "long_objection": ("Lange Frist für Beanstandungen: {value}", "Long time for complaints: {value}"),
    "immediate_complaint": (
        "Mängel „unverzüglich“ melden, eine Zahl von Tagen fehlt",
        "Report defects “without delay”, no number of days",
    ),
    "consumer_complaint_deadline": (
        "Verbraucher sollen Mängel schnell melden",
        "Consumers are to report defects quickly",
    ),
    "deemed_consent": ("Wer schweigt, hat zugestimmt", "Who stays silent has agreed"),
    "deemed_consent_notice": (
        "Verbraucher, die schweigen, hätten zugestimmt",
        "Consumers who stay silent would have agreed",
    ),
    "risky_deemed_consent": (
        "Verbraucher, die schweigen, hätten zugestimmt",
        "Consumers who stay silent would have agreed",
    ),
    # money, time
    "short_payment": ("Kurze Zahlungsfrist: {value}", "Short time for payment: {value}"),
    "long_payment": ("Lange Zahlungsfrist: {value}", "Long time for payment: {value}"),
    "immediate_payment": ("Rechnungen sind sofort zu zahlen", "Invoices must be paid at once"),
    "short_limitation": ("Rechte bei Mängeln enden früh: {value}", "Rights in defects end early: {value}"),
    "long_limitation": ("Rechte bei Mängeln enden spät: {value}", "Rights in defects end late: {value}"),
    "short_withdrawal": ("Kurze Frist für den Widerruf: {value}", "Short time to withdraw: {value}"),
    # the text itself
    "broken_reference": ("Ein Verweis führt ins Leere: {target}", "A reference leads nowhere: {target}"),
    "broken_reference_inside": ("Ein Verweis führt ins Leere: {target}", "A reference leads nowhere: {target}"),
    "broken_reference_count": ("Ein Verweis führt ins Leere: {target}", "A reference leads nowhere: {target}"),
    "broken_reference_sentence": ("Ein Verweis führt ins Leere: {target}", "A reference leads nowhere: {target}"),
    "broken_reference_back": ("Ein Verweis führt ins Leere: {target}", "A reference leads nowhere: {target}"),
    "missing_attachment": ("Genannt, aber nicht dabei: {target}", "Mentioned but not there: {target}"),
    "definition_twice": ("„{term}“ ist zweimal verschieden erklärt", "“{term}” is explained in two ways"),
    "definition_promised": ("„{term}“ ist nirgends erklärt", "“{term}” is explained nowhere"),
    "definition_unused": ("„{term}“ ist erklärt, kommt aber nicht vor", "“{term}” is explained but not used"),
    "party_names": ("Die Seiten heißen nicht überall gleich", "The parties are not called the same everywhere"),
    "numbering_gap": ("Die Nummern der Klauseln stimmen nicht", "The clause numbers are not right"),
    "numbering_double": ("Die Nummern der Klauseln stimmen nicht", "The clause numbers are not right"),
    "numbering_order": ("Die Nummern der Klauseln stimmen nicht", "The clause numbers are not right"),
    "numbering_stranger": ("Die Nummern der Klauseln stimmen nicht", "The clause numbers are not right"),
    "missing_clause": ("Dazu steht nichts im Text: {type}", "The text says nothing of this: {type}"),
    "duplicate_clause": ("Dieselbe Klausel steht {copies}-mal da", "The same clause stands there {copies} times"),
    "repeated_sections": ("Derselbe Abschnitt steht {copies}-mal da", "The same section stands there {copies} times"),
    "contradiction": ("Zwei Stellen sagen Verschiedenes: {kind}", "Two places say different things: {kind}"),
    "possible_contradiction": (
        "Zwei Stellen sagen vielleicht Verschiedenes: {kind}",
        "Two places may say different things: {kind}",
    ),
    "contradicting_parts": ("Zwei Stellen sagen Verschiedenes: {kind}", "Two places say different things: {kind}"),
    "edited_copy": (
        "Dieselbe Klausel mit zwei Zahlen: {first} und {second}",
        "The same clause with two figures: {first} and {second}",
    ),
    "doubled_number": (
        "Ziffern und Worte passen nicht: {first}, {second}",
        "Figures and words differ: {first}, {second}",
    ),
    "two_courts": ("Zwei verschiedene Gerichtsorte", "Two different places of court"),
    "two_laws": ("Das Recht zweier Länder ist gewählt", "The laws of two countries are chosen"),
    "possibly_two_courts": ("Vielleicht zwei verschiedene Gerichtsorte", "Perhaps two different places of court"),
    "possibly_two_laws": ("Vielleicht das Recht zweier Länder", "Perhaps the laws of two countries"),
    "hidden_text": ("Im Dokument steht Text, den man nicht sieht", "The document holds text that cannot be seen"),
    "statutory": ("Rechtlich fraglich: {title}", "Legally doubtful: {title}"),
    "statutory_liability": ("Rechtlich fraglich: die Haftungsregelung", "Legally doubtful: the rules on liability"),
    # beside our own clause
    "wording_negation": ("{type}: das Gegenteil unserer Fassung", "{type}: the opposite of our wording"),
    "wording_party": ("{type}: die Seiten sind vertauscht", "{type}: the parties are swapped"),
    "wording_modality": ("{type}: Können und Müssen sind vertauscht", "{type}: may and must are swapped"),
    "wording_number": ("{type}: eine andere Zahl als in unserer Fassung", "{type}: another figure than in our wording"),
    "wording_missing": ("{type}: ein Teil unserer Fassung fehlt", "{type}: a part of our wording is missing"),
    "wording_logic": ("{type}: „und“ und „oder“ sind vertauscht", "{type}: “and” and “or” are swapped"),
    "wording_restriction": ("{type}: eine Einschränkung ist anders", "{type}: a restriction is different"),
    "wording_added": ("{type}: ein Zusatz zu unserer Fassung", "{type}: an addition to our wording"),
    "wording_words": ("{type}: anders formuliert als bei uns", "{type}: worded differently from ours"),
    "wording_unacceptable": ("{type}: passt für uns so nicht", "{type}: does not suit us like this"),
    # any other rule, by how it compares
    "at_most": ("{kind}: {value} ist uns zu viel", "{kind}: {value} is too much for us"),
    "at_least": ("{kind}: {value} ist uns zu wenig", "{kind}: {value} is too little for us"),
    "required": ("Das fehlt: {kind}", "This is missing: {kind}"),
    "other": ("{kind}: passt für uns so nicht", "{kind}: does not suit us like this"),
    "other_here": ("{type}: passt für uns so nicht", "{type}: does not suit us like this"),
}

SAYINGS: Final[Table] = {
    "missing": (
        "Im Text fehlt uns eine Regelung dazu. Bitte nehmen Sie eine auf.",
        "We miss a clause on this. Please add one.",
    ),
    "contradiction": (
        "Hier steht Verschiedenes. Bitte stellen Sie klar, was gilt.",
        "This says two things. Please make clear what holds.",
    ),
    "slip": (
        "Das ist wohl ein Versehen. Bitte sehen Sie die Stelle noch einmal durch.",
        "This may be a slip. Please have another look.",
    ),
    "legal": (
        "Rechtliche Frage: bitte vor dem Gespräch mit der Rechtsabteilung klären.",
        "A legal question: please ask the legal department first.",
    ),
    "legal_outward": (
        "Zu dieser Stelle haben wir noch eine rechtliche Frage.",
        "We still have a legal question on this.",
    ),
    "deviation": (
        "Das passt für uns so noch nicht. Können wir darüber sprechen?",
        "This does not suit us yet. Can we talk about it?",
    ),
}

_PHRASES: Final[Table] = {
    "title": ("Vertriebskarte", "Sales card"),
    "title_outward": ("Unsere Punkte zum Vertragstext", "Our points on the contract text"),
    "as_of": ("Stand: {date}", "As of {date}"),
    "reviewed": ("geprüft von {name}", "reviewed by {name}"),
    "library": ("verglichen mit: {name}", "compared with: {name}"),
    "role": ("wir sind: {role}", "we are: {role}"),
    "approve": ("Freigabe nötig", "Approval needed"),
    "negotiate": ("Verhandeln", "Negotiate"),
    "accept": ("Annehmen", "Accept"),
    "talk_outward": ("Darüber möchten wir sprechen", "What we would like to talk about"),
    "group": ("{title} ({count})", "{title} ({count})"),
    "nothing": ("Nichts.", "Nothing."),
    "more": ("und {count} weitere: siehe Bericht", "and {count} more: see the report"),
    "more_alone": ("{count}: siehe Bericht", "{count}: see the report"),
    "more_outward": ("und {count} weitere Punkte", "and {count} more points"),
    "more_alone_outward": ("{count} Punkte, einzeln an anderer Stelle", "{count} points, listed elsewhere"),
    "also": ("; dazu {count} weitere Hinweise", "; and {count} more findings"),
    "also_one": ("; dazu ein weiterer Hinweis", "; and one more finding"),
    "say": ("Sagen:", "Say:"),
    "as_above": ("Wie oben.", "As above."),
    "wording": ("Vorschlagen:", "Propose:"),
    "wording_outward": ("Unser Vorschlag:", "Our proposal:"),
    "doubtful": ("auch rechtlich fraglich", "legally doubtful too"),
    "in_report": ("Was mit … endet, steht ganz im Bericht.", "What ends with … stands in full in the report."),
    "approvers": ("Freigabe durch:", "Approval by:"),
    "approvers_else": ("sonst Freigabe durch {names}", "else approval by {names}"),
    "approver_from": ("{name} (ab {value} Vertragswert)", "{name} (from a contract value of {value})"),
    "no_approver": ("in der Bibliothek nicht genannt", "not named in the library"),
    "refused": ("so abgelehnt", "refused as it is"),
    "suggested": ("Vorschlag", "suggestion"),
    "by_decision": ("Eingeteilt nach Ihren Entscheidungen.", "Sorted by your decisions."),
    "by_program": (
        "Noch ist nichts entschieden: eingeteilt nach Gewichtung und nötiger Zustimmung.",
        "Nothing is decided yet: sorted by severity and by the consent that is needed.",
    ),
    "by_both": (
        "{decided} von {total} Hinweisen sind entschieden; die übrigen sind nach Gewichtung eingeteilt und mit „Vorschlag“ gekennzeichnet.",
        "{decided} of {total} findings are decided; the others are sorted by severity and marked “suggestion”.",
    ),
    "no_findings": (
        "Der Vergleich hat keinen Hinweis ergeben. Das heißt nicht, dass alles in Ordnung ist.",
        "The comparison gave no finding. That does not mean that everything is in order.",
    ),
    "none_outward": ("Zurzeit keine.", "None at present."),
    "selected": ("Nur ausgewählte Hinweise: {shown} von {total}.", "Selected findings only: {shown} of {total}."),
    "put_aside": ("Als nicht relevant eingestuft: {count}.", "Considered not relevant: {count}."),
    "unchecked": ("Nicht geprüft: {parts}.", "Not checked: {parts}."),
    "all_checked": (
        "Nicht geprüft: nichts, was das Programm erkennen konnte.",
        "Not checked: nothing that the program could see.",
    ),
    "unchecked_pages": ("Seiten {pages} (nicht lesbar)", "pages {pages} (not readable)"),
    "unchecked_unread": ("Teile der Datei (nicht lesbar)", "parts of the file (not readable)"),
    "unchecked_parts": (
        "{count} Textstellen ohne passende Vorgabe",
        "{count} parts of the text without a rule for them",
    ),
    "unchecked_outside": ("Text außerhalb der Bedingungen", "text outside the terms"),
    "unchecked_open": ("{count} Vorgaben, weil Angaben fehlen", "{count} rules for which facts are missing"),
    "no_advice": (
        "Hinweise eines Programms, keine Rechtsberatung. Im Zweifel fragen Sie vor einer Zusage die Rechtsabteilung.",
        "Hints from a program, no legal advice. If in doubt, ask the legal department before you promise anything.",
    ),
    "no_advice_outward": (
        "Hinweise, keine Rechtsberatung und keine Zusage. Was hier nicht steht, ist damit weder angenommen noch abgelehnt.",
        "Hints, no legal advice and no promise. What is not listed here is neither accepted nor refused.",
    ),
}


def card_phrase(code: str, lang: Lang, **params: object) -> str:
    """A line of the card."""
    return filled(_PHRASES[code], params, lang)


def saying(code: str, lang: Lang) -> str:
    """What to say of a finding for which the library has no sentence."""
    return filled(SAYINGS[code], {}, lang)


def plain_title(code: str, comparison: str, params: Mapping[str, object], lang: Lang) -> str:
    """A finding in a few plain words."""
    return filled(_pair(code, comparison, params), params, lang)


def _pair(code: str, comparison: str, params: Mapping[str, object]) -> Pair:
    known = PLAIN.get(code) or PLAIN.get(_FAMILIES.get(code, "")) or PLAIN.get(_FAMILIES.get(comparison, comparison))
    return known or PLAIN["other" if params.get("kind") else "other_here"]


_FAMILIES: Final = {
    "duplicate_clause_near": "duplicate_clause",
    "hidden_text_on_page": "hidden_text",
    "hidden_text_in_paragraph": "hidden_text",
    "value_above_limit": "at_most",
    "value_below_limit": "at_least",
    "provision_required_missing": "required",
}
