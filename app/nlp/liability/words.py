"""The words liability rules are made of: faults, kinds of damage, extents, exceptions, references, as patterns.

Strategy: gaps are bounded and stop at the end of a sentence; where provisions know the same words, theirs are used.
"""

from __future__ import annotations

import re

from app.models.liability import Damage, Fault
from app.nlp.provisions.lexemes import CARVE_OUTS, DAMAGES, words


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_SLIGHTLY = r"(?:leicht|einfach|normal|gewöhnlich|sonstig|mittler|mittel|leichtest)"
FAULT_WORDS: tuple[tuple[frozenset[Fault], re.Pattern[str]], ...] = (
    (frozenset({Fault.SLIGHT_NEGLIGENCE}), _pattern(
        rf"(?<=bei )nicht\s+(?:vorsätzliche\w*\s+oder\s+)?grob\s*fahrlässige[nrms]\b|(?<=einer )nicht\s+(?:vorsätzliche\w*\s+oder\s+)?grob\s*fahrlässige[nrms]\b|\b{_SLIGHTLY}(?:e[nrms]?|er)?\s*(?:f[aä]hrlässig|verschuld)\w*"
        rf"|\b{_SLIGHTLY}e[nrms]?(?=\s+(?:oder|und|bzw\.|wie|sowie)\s+(?:{_SLIGHTLY}|grob)\w*\s+(?:fahrlässig|verschuld))"
        r"|\bohne\s+(?:dass\s+)?(?:\w+\s+){0,2}?(?:(?:grobe\w*\s+)?fahrlässigkeit|vorsatz)\s+(?:oder|und)\s+(?:grobe\w*\s+fahrlässigkeit|vorsatz)(?:\s+vorlieg\w*)?"
    )),
    (frozenset({Fault.GROSS_NEGLIGENCE, Fault.SLIGHT_NEGLIGENCE}), _pattern(r"\bnicht\s+vorsätzliche[nrms]?\b(?!\s+(?:oder|und|noch)\b)")),
    (frozenset({Fault.GROSS_NEGLIGENCE}), _pattern(
        r"\b(?:krass\s+)?grob\w*[\s-]{0,3}f[aä]hrlässig\w*"
        r"|\bgrobe?[nrms]?(?=\s+(?:oder|und|bzw\.|noch|wie|sowie)\s+(?:für\s+|bei\s+)?(?:leicht|einfach|normal|mittler)\w*\s+fahrlässig)"
    )),
    (frozenset({Fault.INTENT, Fault.GROSS_NEGLIGENCE}), _pattern(r"\b(?:krass\s+)?grob\w*\s+verschuld\w*")),
    (frozenset({Fault.INTENT}), _pattern(r"\bvors[aä]tz(?:e[ns]?|es|lich\w*)?\b|\babsicht(?:lich\w*)?\b")),
    (frozenset({Fault.GROSS_NEGLIGENCE, Fault.SLIGHT_NEGLIGENCE}), _pattern(r"\bfahrlässig\w*")),
    (frozenset(Fault), _pattern(r"\b(?:jede[ms]?|mit|eigene[ms])\s+verschulden\b")),
)  # fmt: skip
_KINDS = {
    "life_body_health": Damage.LIFE_BODY_HEALTH,
    "guarantee": Damage.GUARANTEE,
    "product_liability": Damage.PRODUCT_LIABILITY,
    "essential_duties": Damage.ESSENTIAL_DUTIES,
    "fraudulent_concealment": Damage.FRAUDULENT_CONCEALMENT,
    "indirect": Damage.INDIRECT,
    "lost_profit": Damage.INDIRECT,
    "data_loss": Damage.DATA_LOSS,
    "delay": Damage.DELAY,
}
_OWN_KINDS = (
    (Damage.LIFE_BODY_HEALTH, words(r"körper-?,?_(?:oder|und|/)_ leib\w*_(?:und|oder)_leben personen-_(?:und|oder|bzw\.|/)_\w*sch[aä]d verletzung_von_personen person(?:en)?_(?:(?:verletzt|getötet|geschädigt)|zu_schaden)")),
    (Damage.ESSENTIAL_DUTIES, words(
        r"""
        (?:vertrags)?wesentliche\w*_(?:\w+_)?(?:\w*pflicht|verpflichtung)\w* haupt(?:leistungs)?pflicht\w* vertragstypische\w*_(?:\w+_)?pflicht\w* verletzung_(?:dieser|solcher|einer_solchen|der_(?:vor)?genannten)_\w*pflicht\w* kardinal\w*
        \w*pflicht(?:en)?,_die_(?:\w+_)?wesentlich \w*(?:pflicht|verpflichtung)(?:en)?(?:_\w+){0,2},_(?:(?:bei|durch|ohne|auf)_)?(?:deren|die|welche)_[^.;:()]{0,120}?(?:vertragszweck|besonderer_bedeutung|durchführung_des_vertrag|erreichung)\w*
        """
    )),
    (Damage.INDIRECT, words(
        r"""
        \w*folgesch[aä]d\w* (?:in|mittel)direkt\w* mittelbar\w* (?:nicht_)?erzielte\w*_(?:gewinn|ersparnis|einsparung)\w* zinsverlust\w* entgangene\w*
        ausgebliebene\w* (?:reine\w*_)?vermögensfolgesch\w* betriebs(?:ausfall|unterbruch|unterbrechung|stillstand)\w* nutzungsausfall\w* reine\w*_vermögenssch[aä]d\w*
        """
    )),
    (Damage.DATA_LOSS, words(r"datenverlust\w* (?:verlust\w*|wiederherstellung|vernichtung|zerstörung|beschädigung)_(?:\w+_){0,3}?daten\b daten-_und")),
    (Damage.FRAUDULENT_CONCEALMENT, words(r"arglist\w* arglistig\w*")),
    (Damage.GUARANTEE, words(r"garanti\w* zusicherung\w* zugesichert\w*")),
    (Damage.PRODUCT_LIABILITY, words(r"\w*produkthaft\w* prodhaftg\w* phg\b")),
)  # fmt: skip
_DIRECT = frozenset(Damage) - {Damage.INDIRECT}
_BUT_DUTIES = frozenset(Damage) - {Damage.ESSENTIAL_DUTIES}
DAMAGE_WORDS: tuple[tuple[frozenset[Damage], re.Pattern[str]], ...] = (
    *((frozenset({_KINDS[name]}), pattern) for name, pattern in (*CARVE_OUTS, *DAMAGES) if name in _KINDS),
    *((frozenset({kind}), pattern) for kind, pattern in _OWN_KINDS),
    (_BUT_DUTIES, _pattern(r"\b(?:nicht\s+(?:vertrags)?wesentlich|unwesentlich)e[rnms]?\s+(?:\w+\s+)?(?:\w*pflicht|verpflichtung)\w*")),
    (_DIRECT, _pattern(r"\b(?:direkte|unmittelbare)[nrms]?\s+(?:oder\s+|und\s+|sowie\s+|/\s*)?(?:(?:in|mittel)direkte\w*\s+|mittelbare\w*\s+)?sch[aä]d\w*|\bdirekte[nrs]?(?=\s*[,/]|\s+(?:und|oder|sowie|noch)\b)")),
)  # fmt: skip
# A cause of action among others (`aus Unmöglichkeit, Verzug, unerlaubter Handlung`) is no kind of damage.
CAUSES = _pattern(
    r"unerlaubte[rn]?\s+handlung|forderungsverletzung|vertragsschluss|vertragsabschluss|vertragsverletzung|mangelhafte|mängel|nebenpflicht"
)
FOR_EXAMPLE = _pattern(r"\b(?:insbesondere|namentlich|einschließlich|z\.\s?b\.|etwa|gleich\s+aus|seien\s+es)\b")

LIABLE = _pattern(
    r"\b(?:haft(?:e|et|en|bar|end\w*)\b|gehaftet|\w*haftung\w*|schadens?-?\s?ersatz\w*|\w*ersatzpflicht\w*|ersatzanspr\w+|ersatz\b|haftpflicht|\w+schadens?ersatz\w*"
    r"|entschädigung\w*|einzustehen|verantwort(?:ung|lich)\s+für\s+[^.;]{0,60}(?:verlust|sch[aä]d)\w*|(?:vorsatz|fahrlässigkeit)\b[^.;]{0,60}\bzu\s+vertreten\b|ansprüche\w*[^.;]{0,60}sch[aä]d)|\bsteh(?:t|en)\b[^.;]{0,60}\bein\b|\bverschulden\b[^.;]{0,40}\bzu\s+vertreten|\bersetz(?:t|en)\b"
)
STRONG = _pattern(
    r"\b(?:unbeschränkt\w*|unbegrenzt\w*|uneingeschränkt\w*|unlimitiert\w*|vollumfänglich\b(?![^.;]{0,30}(?:ausgeschl|wegbed))|in\s+voller\s+höhe|in\s+vollem\s+umfang|voll\b(?!\w)|ohne\s+(?:(?:summen|betrags)\w*\s+)?(?:ein|be)schränkung\w*|ohne\s+begrenzung"
    r"|(?:nach|gemäß|im\s+rahmen|nach\s+maßgabe|entsprechend)\s+(?:den|der|des)?\s*(?:einschlägigen\s+|geltenden\s+|zwingenden\s+|allgemeinen\s+)?gesetzlich\w*\s+(?:\w*vorschriften|\w*bestimmungen|\w*regel\w+|haftung\w*|maßstäbe\w*)|nach\s+dem\s+gesetz\b|gesetzliche\s+haftung)"
)
EXCLUDED = _pattern(
    r"\bkein(?:e|er|es)?\s+(?:der\s+)?(?:vertrags)?(?:partei(?:en)?|teil|seite|partner)\s+haft|\bunter\s+ausschluss\b|\b(?:ausgeschlossen|wegbedungen|wegbedingt|ausbedungen)\b|\bschlie(?:ß|ss)(?:t|en)\b[^.;]{0,200}\baus\b|\b(?:lehn(?:t|en)\b[^.;]{0,160}\bab|abgelehnt)\b"
    r"|\bkein(?:e|en|er|erlei|esfalls)?\s+(?:\w+\s+){0,3}?(?:\w*haftung|schadens?ersatz\w*|ersatz\w*|verantwortung|ansprüche|entschädigung)\b"
    r"|\bhaft(?:e|et|en|bar)\b[^.;:]{0,160}?\b(?:nicht(?!\s+(?:nur|leitend|lediglich|allein|zwingend))|nie|niemals|keinesfalls|gar\s+nicht|für\s+(?:gar\s+)?nichts)\b|\bnicht\s+haft(?:e|et|en|bar)\b"
    r"|\bnicht\s+(?:zum\s+(?:schadens?)?ersatz|schadens?ersatzpflichtig|ersetzt|ersatzfähig)\b|\bersetzt?\b[^.;]{0,120}\bnicht\b|\b(?:haftung|ansprüche|ersatz\w*)\b[^.;]{0,160}?\b(?:besteh(?:t|en)\s+nicht|entfäll\w*|nicht\s+(?:ersetzt|gehaftet|übernommen))\b|\b(?:haftung|anspr\w+)\b[^.;]{0,120}\bnicht\s+besteh\w*"
    r"|\bhaftung\b[^.;]{0,120}\bnicht\s+übern(?:ehm|omm)\w*|\bhaft(?:e|et|en)\b[^.;:]{0,140}\bin\s+keinem\s+fall\b|\b(?:in\s+keinem\s+fall|unter\s+keinen\s+umständen)\b[^.;:]{0,100}\bhaft(?:e|et|en|bar)|\bkann\s+nicht\s+(?:haftbar|verantwortlich)|\bnicht\s+verantwortlich\s+für\s+[^.;]{0,60}(?:verlust|sch[aä]d)|\b(?:nicht|nie|niemals|keinesfalls)\s+(?:\w+\s+){0,2}gehaftet\b|\bhaft(?:e|et|en)\b[^.;]{0,120}\bweder\b[^.;]{0,160}\bnoch\b|\bkeine\s+haftung\b|\b\w*ersatz\b[^.;]{0,40}\bnicht\s+(?:verlangen|beanspruchen|fordern|verlangt|beansprucht|gefordert)\b|\bverzicht(?:et|en)\b[^.;]{0,80}\b(?:schadens?ersatz|haftung|ersatz)"
)
LIMITED = _pattern(
    r"\b(?:be|ein)(?:grenzt|schränkt)(?:e[nrms]?)?\b|\b(?:begrenzen|beschränken)\b|\blimitiert\b|\bgedeckelt\b|\bbis\s+(?:zu|zur|zum|maximal|höchstens|in)\b|\bbis\s+(?:€|EUR|CHF)?\s?\d|\bmit\s+(?:höchstens|maximal)\b|\b(?:höchstens|maximal)\b|\bmax\.|\bder\s+höhe\s+nach\b"
    r"|\b(?:nur|lediglich|ausschließlich)\s+(?:\w+\s+){0,2}?(?:in|im|bis|auf)\s+(?:höhe|umfang|zur\s+höhe)|\bnicht\s+(?:\w+\s+){0,3}?mehr\s+als\b|\b(?:übersteig|überschreit)\w*|\b(?:höchst|haftungs)(?:betrag|grenze|summe|höchstbetrag|obergrenze|höchstsumme)\w*"
    r"|\bnur\s+(?:für|auf)\s+(?:den|die)\s+(?:\w+\s+)?(?:\w*aufwand|\w*kosten)\b|\bhaft(?:e|et|en)\b[^.;]{0,80}\bin\s+höhe\b|\b(?:schadens?ersatz|entschädigung|haftung)\w*[^.;]{0,60}\bin\s+höhe\b|\bpauschal\w*\s+(?:verzugs)?(?:entschädigung|schadens)\w*"
)
FORESEEABLE = _pattern(
    r"\b(?:vorherseh|vorausseh|absehbar|vorhersehbar)\w*|\bvertragstypisch\w*(?!\w|\s+(?:\w+\s+)?pflicht)|\btypische\w*\s+(?:\w+\s+)?sch[aä]d\w*|\btypischerweise\b|\bwiederherstellungsaufwand\w*|\brechnen\s+mu(?:ss|ß)\w*"
)
BEYOND = _pattern(r"\b(?:über|hinaus\w*|soweit|sofern|mehr|anderen?|übersteig\w*)\b")
UNFORESEEN = _pattern(
    r"\b(?:nicht\s+|un)(?:vorherseh|vorausseh|vertragstyp|typisch)\w*|\b(?:atypisch|untypisch|vertragsuntypisch)\w*"
)
CAP = _pattern(
    r"\d[\d.,–-]*\s*(?:EUR\b|€|euro\b|CHF\b|franken\b|%|prozent|mio)|(?:EUR|€|CHF|fr\.)\s*\d|\b\w*(?:auftrags|rechnungs|waren|liefer|vertrags|bestell|projekt|gegen|netto|kauf|miet|mindest|höchst)\w*(?:wert|summe|betrag|preis|kosten|volumen|haftungsbetr\w+)\w*|\b\w*(?:vergütung|honorar|gebühr|entgelt|kaufpreis|reisepreis)\w*\b|\b\w*miete[n]?\b"
    r"|\b\w*(?:deckungssumme|versicherungssumme|versicherungsleistung|versicherung|selbstbeteiligung|selbstbehalt)\w*|\bpreis(?:es)?\b|\b(?:tausend|hundert|million)\w*|\w*(?:tausend|hundert)\w*\s+euro|\bhöhe\b|\b\w*aufwand\w*|\bbetrag\w*|\bsumme\b|\bnacherfüllung|\bumfang\b"
)
ONLY = _pattern(r"\b(?:nur|lediglich|ausschließlich|allein|einzig|nur\s+dann|beschränkt\s+sich|beschränken\s+sich)\b")
RESIDUAL = _pattern(
    r"\b(?:im\s+(?:ü|ue)brigen|ansonsten|anderenfalls|andernfalls|sonst\b|darüber\s*hinaus\w*|(?:in\s+)?allen?\s+(?:anderen|übrigen|sonstigen)\s+fälle\w*|in\s+(?:anderen|sonstigen|übrigen)\s+fällen|(?:(?:jede|eine|etwaige|jegliche|keine|alle)\s+)?(?:weiter(?:gehend)?e|anderweitige|weitere|darüber\s+hinausgehende)[nrs]?\s+(?:oder\s+andere\s+)?(?:\w+\s+){0,2}?(?:\w*haftung|\w*ansprüche\w*|\w*ersatz\w*|sch[aä]d\w*)"
    r"|(?:sonstige|andere|übrige)[nrs]?\s+(?:\w*haftung|\w*ansprüche\w*|\w*ersatz\w*|sch[aä]d\w*)(?!\s*,\s*(?:die|welche|soweit|sofern)))"
)
# The rule before does not apply, or liability stays as it is.
NOT_APPLIED = _pattern(
    r"\b(?:gilt|gelten|greif(?:t|en)|betrifft|betreffen|erstreck(?:t|en)\s+sich|wirk(?:t|en)|bezieh(?:t|en)\s+sich)\b(?:(?!haft(?:e|et|en)\b|,\s*(?:sofern|soweit|wenn|falls|es\s+sei)\b)[^.;:]){0,140}?\b(?:nicht|keinesfalls)\b(?!\s+nur)|\b(?:finde[nt]|findet)\b[^.;:]{0,80}\bkeine\s+anwendung|\bkeine\s+anwendung\s+finde\w*|\bnicht\s+(?:anwendbar|anzuwenden)\b"
    r"|\bnicht\s+gelten\b|\bvorbehalten\s+bleib(?:t|en)|\bbleib(?:t|en)\b[^.;:]{0,260}?\b(?:vorbehalten|unberührt|unbeschadet|bestehen|unbeschränkt)|\bberühr(?:t|en)\b[^.;]{0,60}\bnicht\b|\bunberührt\s+(?:hier|da)von\b|\b(?:unberührt|bestehen)\s+bleib(?:t|en)|\blässt\b[^.;]{0,80}unberührt|\bnicht\s+(?:\w+\s+){0,3}?(?:ausgeschlossen|beschränkt|begrenzt|eingeschränkt|berührt|tangiert|betroffen)\b(?!\s+auf)|\b(?:(?:hier|da)von|von\s+(?:\w+\s+){0,4}?\w*(?:beschränkung|ausschl|begrenzung|regelung)\w*)\b[^.;:]{0,120}?\b(?:ausgenommen|ausgeschlossen)\b|\bausgenommen\s+(?:hier|da)?von\b|\b(?:hier|da)von\s+ausgenommen|\bhaftungs(?:begrenzung|beschränkung)\w*[^.;]{0,40}\bentfäll\w*"
    r"|\bausnahmen?\s+(?:hiervon|davon)\b|\bausgenommen\s+(?:sind|ist|bleib\w*)\b|\b(?:sind|ist)\s+(?:jedoch\s+|hier)?ausgenommen\b|\bkein(?:e|en|erlei)?\s+(?:\w+\s+)?(?:haftungs)?(?:ausschl[uü]ss|beschränkung|begrenzung)\w*"
)
ALSO_APPLIED = _pattern(
    r"\b(?:gilt|gelten)\b[^.;]{0,60}?\b(?:auch|ebenso|entsprechend|ebenfalls|gleichermaßen|in\s+gleicher\s+weise)\b|\b(?:gleiches|dasselbe|das\s+gleiche|entsprechendes|selbiges|ebenso)\s+gilt\b"
)
# `Vorbehaltlich der vorstehenden Regelung`: what the other rules say goes before.
SUBJECT_TO = _pattern(
    r"\bvorbehaltlich\s+(?:(?:de[rs]|von|in)\s+)?(?:(?:vor|nach)stehend|vorgenannt|nachfolgend|folgend|regelung|abs|ziff|§|abschnitt|klausel|satz|nr|nummer)\w*\.?(?:\s+(?:regelung\w*|bestimmung\w*|abs[aä]tz\w*|abschnitt\w*|ausnahmen?|unter|in|im|und|bis|abs\.|ziff\.|ziffern?|nr\.|§+|[\d.]*\d\.?|\([\da-z]\)))*"
)
SAME_CASE = _pattern(
    r"\b(?:in\s+(?:diese[mnr]|solche[mnr]|letztere[mnr]?|den\s+vorgenannten|den\s+vorbezeichneten|dem\s+letztgenannten)\s+(?:(?:letzten|letzteren|vorgenannten)\s+)?f[aä]ll\w*|\bim\s+letzteren?\s+fall\w*|insoweit\b(?!(?:\s+nicht)?\s*,?\s*als)|dabei\b|hierbei\b|dann\b(?!\s*,)|hierfür\b|diesbezüglich\b|für\s+(?:solche|diese)\s+sch[aä]d\w*|für\s+diese\b\s*(?:haftet|ist|gilt)|im\s+fall\w*\s+(?:des|der|von)\s+(?:(?:abs|vorst|ziff|satz)\w*|§))|\b(?:diese|letztere)\s+haftung\b"
)
BACKWARD = _pattern(
    r"\b(?:vorstehend|vorgenannt|obig|vorbezeichnet|vorangehend|vorhergehend|genannt|bisherig|oben)\w*|\bdiese\w*\s+(?:\w+\s+)?\w*(?:beschränkungen|begrenzungen|ausschlüsse|einschränkungen|regelungen)"
)
FORWARD = _pattern(r"\b(?:nachstehend|nachfolgend|folgend)\w*")
NEAR = _pattern(
    r"(?:^|[,;:]\s*|\bund\s+)(?:dies\w*|das|hiervon|davon|der\s+(?:vorstehende\s+)?(?:haftungs)?ausschluss)\b|\bhiervon\b|\bdavon\b"
)
EXCEPT = _pattern(
    r"\b(?:außer|ausser|ausgenommen|mit\s+ausnahme|es\s+sei\s+denn|vorbehaltlich|unbeschadet|abgesehen\s+von|wenn\s+nicht)\b"
    r"|\b(?:soweit|sofern|wenn|falls|solange)\b(?:(?!,\s*(?:ist|sind|wird|werden|haft(?:et|en)|so)\b)[^;.–]){0,110}?\b(?:nicht|kein\w*|weder)\b"
    r"|,\s*(?:die|welche|der|das)\b[^,;.]{0,60}?\b(?:nicht|weder)\b|\bnicht\s+(?:auf|durch|infolge|vorsätz|grob|wegen)|\bweder\b(?=[^.;]{0,90}\b(?:vorlieg|vorliegt|beruh|zur\s+last|verursacht|zurückzuführen|gegeben))"
)
_EXTENT_VERB = r"(?:haft(?:e|et|en)|ist|sind|wird|werden|schlie(?:ß|ss)(?:t|en)|so\s+ist|besteht|bestehen|übernimmt|übernehmen|beschränkt|begrenzt)"
EXCEPT_END = _pattern(
    rf",\s*(?={_EXTENT_VERB}\b|ausgeschlossen\b|(?:nur|lediglich|ausschließlich|auf|nicht)\b|so\s+(?:ist|sind|haft|wird))|\s(?={_EXTENT_VERB}\s+(?:der|die|das|wir|er|sie|es|eine|jede|jegliche|seine|unsere|ihre|ein|insoweit|nur|[A-ZÄÖÜ]\w+)\b)|\s[–-]\s"
)
# A subordinate clause ends behind its verb, where no further condition follows.
CLAUSE_END = _pattern(
    r"\b(?:vorlieg(?:t|en)|beruh(?:t|en)|zurückzuführen\s+(?:ist|sind)|gegeben\s+(?:ist|sind)|handel(?:t|n)|gehandelt\s+ha(?:t|ben)|fällt|(?:verursacht|herbeigeführt)\s+(?:hat|haben|wurden?|worden\s+(?:ist|sind)))(?=\s*(?:\([^()]{0,160}\))?\s*,\s*(?!(?:oder|und|sowie|bzw|noch|es\s+sei)\b))"
)
JOINED_VERB = _pattern(
    r"\b(?:haft(?:e|et|en)|ist|sind|wird|werden|bleib(?:t|en)|besteh(?:t|en)|hat|kann|können|schlie(?:ß|ss)(?:t|en)|verpflichtet|ausgeschlossen|beschränkt|begrenzt|nur|lediglich|ausschließlich)\b"
)
UNION_END = _pattern(
    r"\b(?:sowie|und|oder|ebenso|ferner|weiterhin|außerdem|desgleichen|bzw\.|noch|/)\s+(?:\S+\s+){0,6}$"
)
CONDITION = _pattern(
    r"\b(?:nur|lediglich|ausschließlich)(?:\s+dann)?\s*,?\s*(?:wenn|soweit|sofern|falls|insoweit)\b|\b(?:wenn|sofern|soweit)\s+(?:dadurch|hierdurch|damit)\b"
)
# `Soweit der Schaden auf X beruht und dabei eine Pflicht verletzt ist`: both at once.
AND_ALSO = _pattern(
    r"^[^,;.]{0,40}\b(?:beruht|vorliegt|(?:verursacht|herbeigeführt|gehandelt)\s+(?:ist|wird|wurde|hat|worden\s+ist))\s+und\s+(?:(?:dabei|hierdurch|dadurch|zugleich|damit|keine|eine[rn]?|de[rmn]|die|\w+liche[rn]?)\s+){0,3}$"
)
# `haftet für leichte Fahrlässigkeit seiner Leute im Falle des Verzugs`: both at once, unless the case is one more item.
IN_CASE = _pattern(
    r"(?<![,;])(?<!\bund)(?<!\boder)(?<!sowie)(?<!\bauch)(?<!bzw\.)\s+im\s+falle?\s+(?:de[rs]|eine[rs]|von)\b"
)
LATE_CONDITION = _pattern(r"^\s*(?:wenn|soweit|sofern|falls|so)\b")
SEPARATOR = _pattern(r"[,;\n•]|\b(?:und|oder|sowie|noch|bzw|ebenso|auch)\b")
RELATIVE = _pattern(
    r"^(?:,\s*(?:die|welche|der|das|soweit|wenn|sofern|falls)\b(?:[^,;\n]|,(?=\s+(?:seine|ihre|unsere|deren|dessen|gesetzliche)\b)){0,90}|,?\s*und\s+die\b[^,;\n]{0,60}|(?:(?!\b(?:und|oder|sowie|noch|bzw|bei|für)\b)[^,;\n]){0,50})$"
)
ADDITIVE = _pattern(
    r"\b(?:auch(?!\s+(?:die|jede|eine)\s+\w*(?:haftung|ansprüche))|selbst|sogar|einschließlich|insbesondere|unabhängig\s+davon,?\s+ob)\b[^,;.]{0,30}$"
)
LEADING = _pattern(
    r"^(?:(?!,\s*(?:bei|für|wegen|im|nach)\b)[^;\n]){0,140}?(?<!nicht )leitende\w*\s+(?:angestellt|mitarbeit|erfüllungs)\w*"
)
ALL_AGENTS = _pattern(r"(?<!leitende )(?<!leitenden )(?<!leitender )\b(?:erfüllungsgehilf|verrichtungsgehilf)\w*")
SIMPLE_AGENTS = _pattern(
    r"\b(?:einfache\w*|sonstige\w*|nicht[\s-]*leitende\w*|übrige\w*)\s+(?:\w+\s+)?(?:erfüllungsgehilf|mitarbeit|angestellt|verrichtungsgehilf)\w*|\b(?:welche|die)\s+nicht\s+zu[^.;]{0,80}leitend\w*|\bfür\s+(?:\w+\s+){0,2}?hilfspersonen\b|\berfüllungsgehilfen,?\s+die\s+(?:nicht|weder|keine)\b|\bgrobe\w*\s+fahrlässigkeit\s+(?:\w+\s+){0,2}?erfüllungsgehilfen\b|\b(?:verschulden|vorsatz)\s+(?:\w+\s+){0,2}?(?:erfüllungsgehilfen|hilfspersonen)\b"
)
# What somebody else's sphere is, and what is no rule on liability at all.
SPHERE = _pattern(
    r"\b(?:höhere\w*\s+gewalt|dritte[rn]?\b|drittanbiet\w*|fremd\w*|streik\w*|links?\b|verlinkt\w*|unsachgemäß\w*|missbrauch\w*|bedienungsfehler\w*|umstände\w*|inhalte?\w*|internet\w*|garderobe\w*|wertsachen|eingebracht\w*|mitgebracht\w*|diebstahl\w*|zufällig\w*(?!\s*,|\s+(?:oder|und|bzw|sowie)\b)|wetter\w*|viren|malware|datenübertragung\w*|störungen|unterbrechungen|verfügbarkeit|richtigkeit|aktualität|nicht\s+zu\s+vertreten|angaben|persönliche\s+gegenstände|transport\w*|eigene\s+gefahr|nicht\s+verschuldet|mitwirkung\w*|zuruf)\b|\b(?:durch|seitens|vom|welche)\s+(?:(?:de[nrs]|die|das)\s+)?(?:kund|auftraggeb|bestell|nutz|miet|käuf)\w*[^.;,]{0,60}\b(?:verursacht|verschuldet|zurückzuführen|zu\s+vertreten|bereitgestellt|geliefert|unterlassen)\w*|\b(?:des|der)\s+(?:kund|auftraggeb|bestell|nutz|miet|käuf)\w*\s+(?:beruh|zurückzuf|verursacht|ergeb)\w*"
)
NO_RULE = _pattern(
    r"verjähr|\bfristen?\b[^.;]{0,40}(?:monat|jahr)|\bvertragsstrafe|\bpönale|\babtret|\baufrechn|\bzurückbehalt|\bbeweislast|\bpersönliche\w*\s+haftung|\b(?:zahlungs|annahme|abnahme)verzug|\bmit\s+(?:der|einer)\s+zahlung\b|\bverzugszins|\bentschädigungslos|\bohne\s+(?:\w+\s+(?:oder|und)\s+)?haftung\b|\bin\s+(?:einigen|manchen|diesen)\s+(?:staaten|ländern|rechtsordnungen)|\bverschuldensunabhängige\w*\s+\w*haftung|\w+kasko|haftpflicht-\s?versicherung|\brügt?\b|\bfreistell|\bfreizustell|\bfreizuhalt|\banteilig|\bgekürzt|\bübersteigen\s+die\s+entschädigungen|\binkasso|\blagergeld|\bzu\s+versichern|\babgedeckt"
)
_GENERIC = r"(?:unmöglich|punkte|verzug|verzögerung|forderungsverletz|unerlaubt|sch[aä]d|schadens|anspr|pflicht|vertrags|f[aä]ll|fahrl|vorsatz|vorsätz|leicht|einfach|grob|den\s+fall|verschulden|handl|haft|ersatz|nachteile|verluste?\b(?!\s+(?:von|an|der|des|eines|einer)\b)|produkt|hosting|überlass|software|dienst|leist|lieferung|verletz)"
NARROW = _pattern(
    rf"\b(?:für|an|wegen|bei|am|beim)\s+(?!jede[nrs]?\b|(?:(?:alle|aller|allen|sämtliche\w*|(?:vor)?genannte\w*|vorstehende\w*|jegliche\w*|sonstige\w*|weitere\w*|andere\w*|übrige\w*|etwaige\w*|die|der|den|dem|das|des|eventuelle\w*|irgendwelche\w*|jede[nrs]?|direkte\w*|einen?|eine[rmn]?|darüber|hinausgehende|im|zusammenhang|mit|diesem|einzelne[nr]?|schuldhafte\w*|entst(?:anden|ehend)e\w*|nachgewiesene\w*|tatsächliche\w*|vertragliche\w*|gesetzliche\w*|solche\w*|unmittelbare\w*)\s+){{0,5}}{_GENERIC})"
    r"|\b(?:im|für\s+den)\s+fall\w*\s+(?:des|eines|der|einer|von)\b|\b(?:\w*ansprüchen?|\w*ersatz\w*|haftung)\s+(?:aufgrund|infolge)\s+(?!(?:\w+\s+){0,2}(?:pflicht|vertrag|verschuld|verletz|fahrl|vors))|^\W*auf\s+(?!schaden|ersatz)|,\s*sollten?\b|\bgegenüber\s+der\s+gesamtheit|\b(?:rückerstattung|einlass|rückvergütung|rückzahlung|preisnachl)\w*|\b(?:soweit|sofern|wenn|falls)\b(?![^.;]{0,60}\b(?:versto(?:ß|ss)en|gesetzlich|rechtlich|zulässig|nichts?\s+ander|anderweitig|abweichend|nachfolgend|nachstehend|geregelt|vereinbart))"
    r"|^\W*(?:wird|werden|wurden?|kommt|kommen|ist|sind|hat|haben|tritt|treten)\b(?![^,;.]{0,80}(?:sch[aä]d|pflicht|haft|vertrag|unternehmer|kaufm|verbraucher))[^.;,]{3,80},\s*(?:so\s+)?(?:haft(?:et|en)|ist|sind|wird)\b"
    r"|\bsch[aä]d\w*\s*,\s*(?:die|welche|der)\b(?!\s+(?:ihnen|(?:de[mrn]|einer?m?)\s+\w+)\s+(?:\w+(?:weise|falls|ell)\s+)?(?:entsteh|entstand)|[^.;]{0,80}\b(?:vertrag|leistung|lieferung|pflicht|nutzung|unfähigkeit|dienste|im\s+zusammenhang))"
)
NEXT_RULE = re.compile(
    r";(?!\s*\n)\s*|\s+und\s+(?=haft(?:e|et|en)\s+(?:nicht|nur|auch|daher)\b)|\s+(?=unter\s+ausschluss\s+(?:von|der|des|jeglicher|jedweder)\b)|,\s*(?:und\s+)?(?=für\s+\w+(?:\s+\w+){0,4}?\s+(?:wird|haftet|ist|übernimmt|übernehmen|haften)\s+(?:kein|nicht|der|die|wir|er|sie|jede|jegliche))|(?<=[a-zäöüß]{4})[.!?]\s+(?=[a-z]{2,}[A-Z])|(?i:,?\s+(?:und|jedoch|aber|wobei|doch)\s+(?=(?:im\s+übrigen|ansonsten|in\s+diese[mn]\s+f)|(?:bei|für|im\s+falle?)\s+(?:nur\s+)?(?:leicht|einfach)|(?:die|seine|ihre|unsere)\s+haftung\s+(?:ist|beschränk|der))"
    r"|,\s*(?=(?:im\s+übrigen|ansonsten|andernfalls|sonst\b|dagegen|hingegen|in\s+diese[mn]\s+f|in\s+letztere[mn]\s+f|im\s+letzteren\s+f|dies\s+gilt|das\s+gilt|dies\s+jedoch|hiervon|insoweit\s+(?:haft|ist)|dann\s+(?:haft|ist)|jedoch\s+(?:haft|nur|ist)|dies\s+(?:aber\s+)?(?:nur|nicht)))"
    r"|,\s*(?=(?:jedoch\s+|aber\s+)?(?:bei|für|im\s+falle?(?:\s+von|\s+der)?)\s+(?:nur\s+)?(?:leicht|einfach)\w*\s*fahrl))"
)
BEARS = _pattern(
    r"\bhaft(?:e|et|en|bar|end\w*)\b|\bgehaftet\b|\w*haftung\w*|\b(?:ersatz\w*|schadens?ersatz\w*)\b[^.;]{0,140}\bverpflichtet\b|\beinzustehen\b|\bersatzpflicht\w*|\bsteh(?:t|en)\b|\bersetz(?:t|en)\b|\bschadens?ersatzansprüche\b"
)
FORCE = _pattern(r"\bhöhere\w*\s+gewalt|\bstreik|\baussperrung")
NARROW_START = _pattern(
    rf"^\W*(?:(?:für|bei|wegen)\s+(?!(?:\w+\s+){{0,4}}?{_GENERIC})|für\s+(?:die\s+)?(?:schäden|schaden|verlust\w*)\s+(?:an|am|von)\s+(?!leben|leib|körper|(?:der\s+)?gesundheit|daten))"
)
ASIDE = _pattern(r"\((?=[^()]*\b(?:leben|personensch))(?=[^()]*\bfahrlässig)[^()]{0,200}\)")
NO_LIMIT = _pattern(
    r"\b(?:aber\s+)?nicht\s+(?:beschränkt|begrenzt)\s+auf\b|\b(?:selbst|auch|sogar)\s+(?:dann\s*,?\s+)?(?:wenn|falls)\b[^;.]{0,100}\b(?:vorherseh|vorausseh|absehbar|möglichkeit|hingewiesen|unterrichtet|informiert|aufgeklärt)\w*[^,;.]{0,40}|\bauf\s+(?:ein|das)\s+[^,;.]{0,50}\bma(?:ß|ss)\s+(?:zu\s+)?(?:beschränk|begrenz)\w*|\bvorhersehbar\w*\s+(?:oder|und|wie|sowie|als\s+auch)\s+(?:un|nicht\s+)vorhersehbar\w*"
)
IF_ONLY = _pattern(
    r"\b(?:soweit|sofern|wenn|falls)\b[^,;–]{0,60}$|^\W*(?:haben|hat|handel[nt]|handelten?|ist|sind|wird|werden|wurden?|beruh(?:t|en)|lieg(?:t|en)|trifft|fällt)\b[^,;–]{0,60}$"
)
PARTIAL = _pattern(
    r"\bnur\s+für\s+(?:solche|diejenigen|die|den)\s+[^.;]{0,40}sch[aä]d\w*[^.;]{0,160}(?:daten)?sicher(?:ung|heitskopie)|\binsoweit\s+nicht\s*,?\s*als\b|\bnicht\s*,?\s*(?:soweit|wenn|sofern|falls)\b[^.;]{0,120}sicher(?:ung|t)|\bnur\s+(?:insoweit|insofern|dann)?\s*,?\s*(?:als|wenn|soweit)\b[^.;]{0,120}\bgesichert"
)
ANNOUNCED = _pattern(r"\bwie\s+folgt\b|\bnachfolgend\w*|\bfolgende[nrms]?\b|\bnach\s+maßgabe\b")
CONTRAST = _pattern(r"\b(?:jedoch|dagegen|hingegen|allerdings|dennoch|gleichwohl)\b")
MEASURE = _pattern(r"\b(?:umfang|rahmen|maßgabe|entsprechend)\s+(?:der\s+)?haftung\s+(?:für|bei)\s+$")
GRANTS = _pattern(
    r"\bhaft(?:e|et|en|bar)\b|\bgehaftet\b|\bhaftung\b[^.;]{0,120}\b(?:besteht|übernimm|übernehm|übernommen)\w*|\b(?:besteht|übernimm|übernehm)\w*[^.;]{0,80}\bhaftung\b"
    r"|\b(?:vorsatz|fahrlässigkeit)\b[^.;]{0,60}\bzu\s+vertreten\b|\bleiste[nt]\b[^.;]{0,40}\b\w*ersatz\b|\b(?:\w*ersatz\w*)\b[^.;]{0,160}\bverpflichtet\b|\bverpflichtet\b[^.;]{0,80}\bersatz|\beinzustehen\b|\bsteh(?:t|en)\b[^.;]{0,60}\bein\b|\bsch[aä]d\w*[^.;]{0,40}\bersetz(?:t|en)\b|\bersetz(?:t|en)\b[^.;]{0,60}\bsch[aä]d|\bhaftpflichtig|\bansprüche?\b[^.;]{0,100}\bbesteh(?:t|en)\b"
)
CAUSED = _pattern(r"\b(?:beruh\w*|zurückzuführen|zurückgeh\w*|verursacht\w*|resultier\w*|basier\w*)\b")
CONFIRMED = _pattern(
    r"\b\w*(?:beschränkung|begrenzung|ausschl[uü]ss)\w*\s+(?:gilt|gelten)\b|\b(?:gilt|gelten)\s+(?:der|die|dieser?)\s+\w*(?:beschränkung|begrenzung|ausschl[uü]ss)"
)
ATTRIBUTE = _pattern(r"\b(?:von|vom|durch|seitens)\s+(?:\w+\s+){1,3}$")
LIFE_GOES_ON = _pattern(
    r"(?:\s*(?:,|/|\bund\b|\boder\b|\bsowie\b|\bbzw\.|\b(?:de[rs]|die|das|von)\b)\s*)+(?:leib\w*|leben\w*|körper\w*|gesundheit\w*)"
)
MINOR = _pattern(r"verletzung\w*\s+(?:von\s+)?nicht\s+$|\b(?:nicht\s+|un)(?:vertrags)?wesentlich\w*\s+$")
THIS_FAULT = _pattern(r"\bdiese[rns]?\s+$")
BOUNDED = _pattern(r"\b(?:be|ein)(?:schränkt|grenzt)\b")
NOT_GROSSLY = _pattern(r"\b(?:bei|einer)\s+$")
