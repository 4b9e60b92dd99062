"""Sentences of findings that do not come from a rule's own message, and the generic ones by comparison."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Pair

TITLES: Final[dict[str, Pair]] = {
    "broken_reference": (
        "Verweis auf {target}: eine Stelle mit dieser Nummer wurde nicht gefunden",
        "Reference to {target}: no place of this number was found",
    ),
    "broken_reference_inside": (
        "Verweis auf {target}: diese Nummer gibt es unter {home} nicht",
        "Reference to {target}: {home} has no such number",
    ),
    "broken_reference_count": (
        "Verweis auf {target}: so viele Absätze hat {home} nicht",
        "Reference to {target}: {home} has fewer paragraphs",
    ),
    "broken_reference_sentence": (
        "Verweis auf {target}: so viele Sätze hat {home} nicht",
        "Reference to {target}: {home} has fewer sentences",
    ),
    "broken_reference_back": (
        "Verweis auf „{target}“: davor steht in diesem Abschnitt nichts",
        "Reference to “{target}”: nothing stands before it in this section",
    ),
    "missing_attachment": (
        "{target} wird genannt, liegt dieser Datei aber nicht bei",
        "{target} is mentioned but is not part of this file",
    ),
    "definition_twice": ("„{term}“ wird zweimal bestimmt", "“{term}” is defined twice"),
    "definition_promised": (
        "„{term}“ soll bestimmt sein, eine Begriffsbestimmung wurde nicht gefunden",
        "“{term}” is said to be defined, no definition was found",
    ),
    "definition_unused": (
        "„{term}“ wird bestimmt, aber sonst nicht verwendet",
        "“{term}” is defined but not used elsewhere",
    ),
    "party_names": (
        "Wechselnde Bezeichnung der Parteien: {term}, an einzelnen Stellen {words}",
        "Names of the parties change: {term}, in single places {words}",
    ),
    "numbering_gap": (
        "Nummerierung: auf {before} folgt {after}",
        "Numbering: {before} is followed by {after}",
    ),
    "numbering_double": (
        "Nummerierung: {after} kommt zweimal vor",
        "Numbering: {after} occurs twice",
    ),
    "numbering_order": (
        "Nummerierung: {after} steht nach {before}",
        "Numbering: {after} stands after {before}",
    ),
    "numbering_stranger": (
        "Nummerierung: unter {before} beginnt die Zählung mit {after}",
        "Numbering: under {before} counting begins with {after}",
    ),
    "missing_clause": ("Keine Regelung gefunden: {type}", "No clause found: {type}"),
    "duplicate_clause_near": (
        "{copies} Klauseln stimmen nahezu überein",
        "{copies} clauses are nearly identical",
    ),
    "duplicate_clause": ("Klausel steht {copies}-mal im Dokument", "Clause stands {copies} times in the document"),
    "repeated_sections": (
        "Derselbe Abschnitt steht {copies}-mal im Dokument",
        "The same section stands {copies} times in the document",
    ),
    "statutory": ("{norm}: {title}", "{norm}: {title}"),
    "statutory_liability": (
        "Haftung: mehrere gesetzliche Grenzen berührt ({norm})",
        "Liability: several statutory limits touched ({norm})",
    ),
    "contradiction": ("Widerspruch: {kind} verschieden geregelt", "Contradiction: {kind} is set out differently"),
    "possible_contradiction": (
        "Möglicher Widerspruch: {kind} verschieden geregelt",
        "Possible contradiction: {kind} is set out differently",
    ),
    "contradicting_parts": (
        "{kind}: allgemeiner und besonderer Teil weichen voneinander ab",
        "{kind}: general and special part differ",
    ),
    "edited_copy": (
        "Dieselbe Klausel mit verschiedenen Zahlen: {first} und {second}",
        "The same clause with different figures: {first} and {second}",
    ),
    "doubled_number": (
        "Zahl in Ziffern und in Worten verschieden: {first} und {second}",
        "Figures and words differ: {first} and {second}",
    ),
    "two_courts": ("Zwei verschiedene Gerichtsstände", "Two different places of jurisdiction"),
    "two_laws": ("Zwei verschiedene Rechtsordnungen gewählt", "Two different governing laws"),
    "possibly_two_courts": (
        "Möglicher Widerspruch: verschiedene Gerichtsstände",
        "Possible contradiction: different places of jurisdiction",
    ),
    "possibly_two_laws": (
        "Möglicher Widerspruch: verschiedene Rechtsordnungen",
        "Possible contradiction: different governing laws",
    ),
    "wording_negation": ("Gegenteil unserer Vorgabe „{reference}“", "The opposite of our reference: {reference}"),
    "wording_party": (
        "Seiten vertauscht gegenüber der Vorgabe „{reference}“",
        "Parties swapped against our reference: {reference}",
    ),
    "wording_modality": ("Können und Müssen vertauscht gegenüber „{reference}“", "May and must swapped: {reference}"),
    "wording_number": (
        "Andere Zahl als in der Vorgabe „{reference}“",
        "Another number than in our reference: {reference}",
    ),
    "wording_missing": ("Teil der Vorgabe „{reference}“ fehlt", "Part of our reference is missing: {reference}"),
    "wording_logic": ("„Und“ und „oder“ vertauscht gegenüber „{reference}“", "“And” and “or” swapped: {reference}"),
    "wording_restriction": ("Einschränkung geändert gegenüber „{reference}“", "Restriction changed: {reference}"),
    "wording_added": ("Zusatz gegenüber der Vorgabe „{reference}“", "Addition to our reference: {reference}"),
    "wording_words": (
        "Wortlaut weicht von der Vorgabe „{reference}“ ab",
        "Wording differs from our reference: {reference}",
    ),
    "wording_unacceptable": (
        "Entspricht einer Fassung von „{reference}“, die wir nicht annehmen",
        "Follows a wording we do not accept: {reference}",
    ),
    "hidden_text": ("Im Dokument steht Text, den man nicht sieht", "The document holds text that cannot be seen"),
    "hidden_text_on_page": (
        "Auf Seite {page} steht Text, den man auf dem Papier nicht sieht",
        "Page {page} holds text that cannot be seen on paper",
    ),
    "hidden_text_in_paragraph": (
        "In Textabsatz {paragraph} steht Text, den man auf dem Papier nicht sieht",
        "Paragraph {paragraph} holds text that cannot be seen on paper",
    ),
}

_TITLES: Final[dict[str, Pair]] = {
    "at_most": ("{kind}: {found}, Vorgabe {bound}", "{kind}: {found}, limit {bound}"),
    "at_least": ("{kind}: {found}, Vorgabe {bound}", "{kind}: {found}, limit {bound}"),
    "equals": ("{kind}: {part} abweichend ({found})", "{kind}: {part} differs ({found})"),
    "one_of": ("{kind}: {part} abweichend ({found})", "{kind}: {part} differs ({found})"),
    "forbidden": ("{kind}: nach der Vorgabe nicht annehmbar", "{kind}: not acceptable under our rules"),
    "required": ("{kind}: erwartete Regelung nicht gefunden", "{kind}: expected provision not found"),
}

_HIDDEN: Final = (
    "{cause} Als Klausel wurde der Text nicht ausgewertet. Bitte klären Sie, warum er im Dokument steht und ob er gelten soll.",
    "{cause} The text was not analysed as a clause. Please find out why it is in the document and whether it is meant to apply.",
)

_BOTH_QUOTED: Final = (
    "An einer Stelle steht „{first}“, an anderer „{second}“. Bitte klären Sie, was gelten soll.",
    "One place says “{first}”, another “{second}”. Please find out which is meant to apply.",
)
_PERHAPS: Final = (
    "An einer Stelle steht „{first}“, an anderer „{second}“. Ob beide denselben Fall meinen, ist nicht sicher; bitte "
    "prüfen Sie es.",
    "One place says “{first}”, another “{second}”. It is not certain that both mean the same case; please check.",
)
_CHANGED: Final = (
    "In unserer Vorgabe steht „{old}“, in der Klausel „{new}“. Bitte lesen Sie beide Fassungen nebeneinander.",
    "Our reference says “{old}”, the clause “{new}”. Please read both wordings side by side.",
)

OWN: Final[dict[str, Pair]] = {
    "wording_negation": _CHANGED,
    "wording_party": _CHANGED,
    "wording_modality": _CHANGED,
    "wording_number": _CHANGED,
    "wording_logic": _CHANGED,
    "wording_restriction": _CHANGED,
    "wording_words": _CHANGED,
    "wording_missing": (
        "Aus unserer Vorgabe fehlt: „{old}“. Bitte prüfen Sie, ob es an anderer Stelle steht oder ergänzt werden soll.",
        "Missing from our reference: “{old}”. Please check whether it stands elsewhere or should be added.",
    ),
    "wording_added": (
        "Die Klausel sagt über unsere Vorgabe hinaus: „{new}“. Bitte prüfen Sie den Zusatz.",
        "Beyond our reference the clause says: “{new}”. Please check the addition.",
    ),
    "wording_unacceptable": (
        "Die Klausel steht einer Fassung unserer Vorgabe nahe, die als unannehmbar gekennzeichnet ist. Bitte prüfen Sie, ob "
        "eine annehmbare Fassung verhandelt werden kann.",
        "The clause is close to a wording of our reference that is marked as unacceptable. Please check whether an acceptable "
        "one can be negotiated.",
    ),
    "broken_reference": (
        "{label} verweist auf {target}. Gezählt wird im Dokument {there}; eine Stelle mit dieser Nummer wurde nicht "
        "gefunden. Bitte prüfen Sie, welche Stelle gemeint ist.",
        "{label} refers to {target}. The document counts {there}; no place of this number was found. Please check which "
        "place is meant.",
    ),
    "broken_reference_inside": (
        "{label} verweist auf {target}. Unter {home} wurden nur die Nummern {there} gefunden. Bitte prüfen Sie, welche "
        "Stelle gemeint ist.",
        "{label} refers to {target}. Under {home} only the numbers {there} were found. Please check which place is meant.",
    ),
    "broken_reference_count": (
        "{label} verweist auf {target}. Unter {home} stehen keine nummerierten Absätze und auch sonst nicht so viele. Bitte "
        "prüfen Sie, welche Stelle gemeint ist.",
        "{label} refers to {target}. {home} has no numbered paragraphs and fewer of any kind. Please check which place is "
        "meant.",
    ),
    "broken_reference_sentence": (
        "{label} verweist auf {target}. In {home} wurden weniger Sätze gezählt. Bitte prüfen Sie, welche Stelle gemeint ist.",
        "{label} refers to {target}. Fewer sentences were counted in {home}. Please check which place is meant.",
    ),
    "broken_reference_back": (
        "{label} verweist auf „{target}“, beginnt aber selbst den Abschnitt. Bitte prüfen Sie, welche Stelle gemeint ist.",
        "{label} refers to “{target}” but is itself the beginning of its section. Please check which place is meant.",
    ),
    "missing_attachment": (
        "{label} nennt {target}. In dieser Datei wurde keine Anlage mit dieser Bezeichnung gefunden. Bitte prüfen Sie, ob sie "
        "gesondert vorliegt.",
        "{label} mentions {target}. No attachment of this name was found in this file. Please check whether it is at hand "
        "separately.",
    ),
    "definition_twice": (
        "An zwei Stellen steht verschieden, was „{term}“ bedeutet. Bitte prüfen Sie, welche Bestimmung gelten soll.",
        "Two places say differently what “{term}” means. Please check which definition is meant to apply.",
    ),
    "definition_promised": (
        "Der Text setzt voraus, dass „{term}“ in diesem Dokument bestimmt ist. Weder eine Begriffsbestimmung noch eine "
        "erläuternde Stelle wurde gefunden. Bitte prüfen Sie, was gemeint ist.",
        "The text presumes that “{term}” is defined in this document. Neither a definition nor an explanation was found. "
        "Please check what is meant.",
    ),
    "definition_unused": (
        "Der Begriff „{term}“ kommt in den gelesenen Teilen nur hier vor. Möglicherweise ist eine Regelung entfallen oder sie "
        "verwendet ein anderes Wort.",
        "The term “{term}” occurs only here in the parts that were read. Perhaps a provision was dropped or uses another "
        "word.",
    ),
    "party_names": (
        "Das Dokument verwendet sonst überwiegend „{term}“; {words} ist nirgends bestimmt (Stellen: {places}). Bitte prüfen "
        "Sie, ob dieselbe Partei gemeint ist.",
        "The document otherwise mostly uses “{term}”; {words} is defined nowhere (places: {places}). Please check "
        "whether the same party is meant.",
    ),
    "numbering_gap": (
        "Zwischen {before} und {after} fehlt: {missing}. Bitte prüfen Sie, ob eine Regelung entfallen ist oder nur die Zählung "
        "nicht stimmt.",
        "Missing between {before} and {after}: {missing}. Please check whether a provision was dropped or only the count is "
        "wrong.",
    ),
    "numbering_double": (
        "Zwei verschiedene Stellen tragen die Nummer {after}. Ein Verweis auf {after} wäre nicht eindeutig.",
        "Two different places carry the number {after}. A reference to {after} would be ambiguous.",
    ),
    "numbering_order": (
        "Die Nummern stehen nicht in ihrer Reihenfolge. Bitte prüfen Sie, ob die Stellen vertauscht sind.",
        "The numbers are out of order. Please check whether the places were swapped.",
    ),
    "numbering_stranger": (
        "Die Absätze unter {before} tragen die Nummern eines anderen Abschnitts. Verweise auf diese Nummern wären nicht "
        "eindeutig.",
        "The paragraphs under {before} carry another section's numbers. References to these numbers would be ambiguous.",
    ),
    "contradiction": _BOTH_QUOTED,
    "edited_copy": _BOTH_QUOTED,
    "two_courts": _BOTH_QUOTED,
    "two_laws": _BOTH_QUOTED,
    "possible_contradiction": _PERHAPS,
    "possibly_two_courts": _PERHAPS,
    "possibly_two_laws": _PERHAPS,
    "contradicting_parts": (
        "An einer Stelle steht „{first}“, an anderer „{second}“. Der allgemeine Teil gilt für alle Leistungen, der "
        "besondere nur für seine; bitte prüfen Sie, ob der Vorrang klar geregelt und die Abweichung gewollt ist.",
        "One place says “{first}”, another “{second}”. The general part is for all services, the special one for its own "
        "only; please check whether it is clear which prevails and whether the difference is intended.",
    ),
    "doubled_number": (
        "Die Zahl steht zweimal da, einmal als „{first}“ und einmal als „{second}“. Bitte klären Sie, welche gelten soll.",
        "The number is given twice, once as “{first}” and once as “{second}”. Please find out which is meant to apply.",
    ),
    "statutory": ("{why}", "{why}"),
    "statutory_liability": ("{why}", "{why}"),
    "hidden_text": _HIDDEN,
    "hidden_text_on_page": _HIDDEN,
    "hidden_text_in_paragraph": _HIDDEN,
    "missing_clause": (
        "In den gelesenen Teilen des Dokuments wurde zu diesem Thema keine Regelung gefunden. "
        "Dann gilt das Gesetz: {effect} ({norm})",
        "No clause on this subject was found in the parts that were read. "
        "Then the law applies (in German): {effect} ({norm})",
    ),
    "duplicate_clause": (
        "Diese Klauseln sind {relation}{lowest}. Bitte prüfen Sie, ob die Wiederholung gewollt ist.",
        "These clauses are {relation}{lowest}. Please check whether the repetition is intended.",
    ),
    "repeated_sections": (
        "Eine Fassung umfasst bis zu {clauses} Klauseln. Klauselpaare: {exact} wortgleich, {near} nahezu wortgleich. "
        "Bitte prüfen Sie, welche Fassung gelten soll.",
        "A copy holds up to {clauses} clauses. Pairs of clauses: {exact} identical, {near} nearly identical. "
        "Please check which copy is meant to apply.",
    ),
}

_SENTENCES: Final[dict[str, Pair]] = {
    "at_most": (
        "Der Wert im Dokument ({found}) liegt über der Vorgabe ({bound}).",
        "The value in the document ({found}) is above the limit ({bound}).",
    ),
    "at_least": (
        "Der Wert im Dokument ({found}) liegt unter der Vorgabe ({bound}).",
        "The value in the document ({found}) is below the limit ({bound}).",
    ),
    "equals": (
        "{part}: im Dokument {found}, nach der Vorgabe {limit}.",
        "{part}: {found} in the document, {limit} under our rules.",
    ),
    "one_of": (
        "{part}: im Dokument {found}, nach der Vorgabe eines von: {limit}.",
        "{part}: {found} in the document, under our rules one of: {limit}.",
    ),
    "forbidden": (
        "Die Vorgabe sieht eine solche Regelung nicht vor. Bitte prüfen Sie diese Stelle.",
        "Our rules do not accept such a provision. Please look at this place.",
    ),
    "required": (
        "Die Vorgabe verlangt eine solche Regelung; in den gelesenen Teilen wurde keine gefunden.",
        "Our rules ask for such a provision; none was found in the parts that were read.",
    ),
}

EXTRAS: Final[dict[str, Pair]] = {
    "changed_numbers": (
        "Achtung: Klauselpaare, in denen Zahlen voneinander abweichen: {changed_numbers}.",
        "Note: pairs of clauses with different numbers: {changed_numbers}.",
    ),
    "also": ("An derselben Stelle außerdem: {titles}.", "At the same place also: {titles}."),
    "good_for": ("Das ist eher günstig für: {good_for}.", "This tends to favour: {good_for}."),
}

_OPEN: Final = (
    "Diese Stellen sagen Verschiedenes. Bitte klären Sie, was gelten soll.",
    "These places say different things. Please find out which is meant to apply.",
)
_OPEN_PERHAPS: Final = (
    "Diese Stellen sagen Verschiedenes. Ob sie denselben Fall meinen, ist nicht sicher; bitte prüfen Sie es.",
    "These places say different things. It is not certain that they mean the same case; please check.",
)
BESIDE_QUOTES: Final[dict[str, Pair]] = {  # where the quotes stand right below, they are not said twice
    "contradiction": _OPEN,
    "edited_copy": _OPEN,
    "two_courts": _OPEN,
    "two_laws": _OPEN,
    "possible_contradiction": _OPEN_PERHAPS,
    "possibly_two_courts": _OPEN_PERHAPS,
    "possibly_two_laws": _OPEN_PERHAPS,
    "contradicting_parts": (
        "Der allgemeine Teil gilt für alle Leistungen, der besondere nur für seine. Bitte prüfen Sie, ob der Vorrang klar "
        "geregelt und die Abweichung gewollt ist.",
        "The general part is for all services, the special one for its own only. Please check whether it is clear which "
        "prevails and whether the difference is intended.",
    ),
}

_GENERIC: Final = {
    "value_above_limit": "at_most",
    "value_below_limit": "at_least",
    "value_not_allowed": "one_of",
    "provision_forbidden": "forbidden",
    "provision_required_missing": "required",
}
TITLES_BY_COMPARISON: Final = _TITLES | {code: _TITLES[same] for code, same in _GENERIC.items()}
BY_COMPARISON: Final = _SENTENCES | {code: _SENTENCES[same] for code, same in _GENERIC.items()}
