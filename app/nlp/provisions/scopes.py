"""What a sentence about liability limits, what it excepts from the limit and what it leaves unlimited.

Strategy: a sentence is cut into parts where another rule begins (`…; bei Vorsatz haftet er unbeschränkt`, `…, für leichte
Fahrlässigkeit jedoch nur …`); a part that leaves liability untouched is a grant. In the other parts an exception runs
from its marker (`außer`, `es sei denn`, `soweit … nicht`) to the end of the part or, where it stands in front, to the
verb of the main clause. What remains is what the limit is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.models.source import Span
from app.nlp.provisions.lexemes import CARVE_OUTS, faults_of, named

_NEXT_RULE = re.compile(
    r";|,\s*(?=(?:im\s+übrigen|ansonsten|sonst|dagegen|hingegen|aber|jedoch|wobei|während|allerdings|in\s+diesem\s+fall|in\s+diesen\s+fällen|"
    r"(?:für|bei|in\s+fällen|im\s+falle?)\s+(?:\w+\s+){0,2}?(?:leicht|einfach|gewöhnlich)\w*)\b)|\s(?:–|-)\s(?=wobei\b|jedoch\b)",
    re.IGNORECASE,
)
_LIMITING = re.compile(
    r"\b(?:nur|lediglich|höchstens|maximal|ausgeschlossen|wegbedungen|begrenz\w*|beschränk\w*|nicht|weder|keine?[mnrs]?|keinesfalls|niemals|bis|ausschlie(?:ß|ss)lich|allein|einzig)\b",
    re.IGNORECASE,
)
_UNLIMITED = re.compile(
    r"\bhaft\w*\b[^.;]*?\b(?:unbeschränkt|unbegrenzt|uneingeschränkt|unlimitiert|vollumfänglich|in\s+voller\s+höhe|summenmäßig\s+unbe\w+|nach\s+(?:den|der|dem)\s+(?:jeweils\s+)?(?:geltenden\s+)?(?:gesetzlichen|gesetz\w*)|nach\s+maßgabe\s+de[rs]\s+(?:gesetz|produkthaft)\w*|zwingend\w*)"
    r"|\b(?:unbeschränkt|unbegrenzt|uneingeschränkt|voll|(?:nach\s+)?den\s+gesetzlichen\s+(?:vorschriften|bestimmungen|regel\w+))\b[^.;]{0,120}?\bhaft\w*"
    r"|\bgelten\s+(?:ausschlie(?:ß|ss)lich\s+|allein\s+)?die\s+gesetzlichen\s+(?:vorschriften|bestimmungen|regel\w+|haftungs\w+)|\bhaftung\b[^.;]{0,160}?\b(?:unbeschränkt|unbegrenzt)\b|\bunbeschränkte\s+haftung\b",
    re.IGNORECASE,
)
_UNTOUCHED = re.compile(
    r"\b(?:bleib\w*|ist|sind|wird|werden)\b[^.;]*?\b(?:unberührt|unbeeinflusst|unbenommen|bestehen)\b|\b(?:unberührt|unbeeinflusst|ausgenommen)\b[^.;]{0,40}?\b(?:bleib\w*|ist|sind)\b"
    r"|\b(?:hiervon|davon|ausgenommen)\s+(?:sind\s+|ist\s+)?(?:ausgenommen|hiervon|davon)\b|\bsind\s+(?:hiervon|davon)\s+\w*\s*ausgenommen|^\W*ausgenommen\s+(?:hiervon\s+|davon\s+)?(?:ist|sind|bleib\w+)"
    r"|\b(?:nicht|weder)\s+(?:\w+\s+){0,2}?(?:ausgeschlossen|beschränkt|begrenzt|eingeschränkt)\b(?!\s+auf)|\bkein(?:e|en)?\s+(?:\w+\s+)?(?:haftungs\w+|ausschluss|beschränkung|begrenzung)\b[^.;]{0,40}\b(?:gilt|besteht|gelten|bestehen)",
    re.IGNORECASE,
)
_STILL_LIMITED = re.compile(
    r"\b(?:nur|lediglich|begrenzt|beschränkt|höchstens|maximal|ausgeschlossen|wegbedungen|schlie(?:ß|ss)(?:t|en))\b",
    re.IGNORECASE,
)
_NOT_APPLYING = re.compile(
    r"\b(?:gilt|gelten|greift|greifen|findet|finden|bezieh\w+|erstreck\w+|betrifft|betreffen|umfass\w+|erfass\w+)\b[^.;]{0,160}?\b(?:nicht|keine?)\b|\bnicht\b[^.;]{0,60}\b(?:gilt|gelten|eingreif\w*|greifen)\b",
    re.IGNORECASE,
)
_OF_A_LIMIT = re.compile(
    r"\b(?:dies\w*|das|vorsteh\w*|vorgenannt\w*|vorbezeichnet\w*|vorhergehend\w*|obig\w*|gleiche\w*|\w*(?:beschränk|begrenz|ausschl|einschränk|freizeichn|befreiung|höchst|obergrenz|privileg|limit|regelung)\w*|absatz|abs|satz|ziffer|ziff|nummer|nr|punkt|hiervon|davon)\b",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(r"verjähr|gewährleistungsfrist|rügefrist|fristverkürzung|verkürzung", re.IGNORECASE)
_LIABLE = re.compile(
    r"\b(?:haft(?:et|en)|haftbar|(?:steht|stehen)\b[^.;]{0,60}\bein|haftung\s+besteht|schadensersatz\w*|haftung\b[^;]*\b(?:begrenzt|beschränkt))\b",
    re.IGNORECASE,
)
_POSITIVE = re.compile(r"\bhaft(?:et|en)\b", re.IGNORECASE)
_BACKWARDS = re.compile(
    r"\b(?:vorsteh\w*|vorgenannt\w*|vorbezeichnet\w*|vorhergehend\w*|obig\w*|hiervon|davon)\b", re.IGNORECASE
)
_JUST_BEFORE = re.compile(
    r"^\W*(?:\(?\w{1,3}[.)]\s*)?(?:dies\w*|das|gleiches|sie|hiervon|davon|ausgenommen)\b", re.IGNORECASE
)

_FINITE = r"(?:haftet|haften|ist|sind|wird|werden|übernimmt|übernehmen|beträgt|beschränkt|begrenzt|schließt|schließen|schuldet|schulden|kann|können|bestehen|besteht)"
_MARKER = re.compile(
    r"\b(?:außer|ausser|ausgenommen|mit\s+ausnahme|es\s+sei\s+denn|sei\s+denn|vorbehaltlich|unbeschadet|abgesehen\s+von|sofern\s+nicht|soweit\s+nicht|wenn\s+nicht|falls\s+nicht|ohne\s+(?=vorsatz|grob))\b"
    r"|\b(?:soweit|sofern|wenn|falls|insoweit|solange)\b(?=(?:\s+[^\s,;]+){0,14}?,?\s+(?:nicht|keine?[nmrs]?|weder)\b)(?![^,;]{0,120}\bnicht\s+nur\b)"
    r"|(?<=,\s)(?:die|der|das|welche)\b(?=[^,;]{0,60}\b(?:nicht|weder)\b(?!\s+nur)[^;]{0,160}\b(?:beruh|verursach|zurückzuführen|zurückgeh|herbeigeführt|resultier|verschuld|entstanden))"
    r"|\bnicht\s+(?=(?:auf\s+)?(?:vorsätzlich|vorsatz|grob))",
    re.IGNORECASE,
)
_POSTPOSED = re.compile(r"(?:[–,(]|\s-)\s*(?P<what>[^–,;()]{1,60}?\s(?:ausgenommen|vorbehalten))\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:soweit|sofern|wenn|falls|insoweit|solange|die|der|das|welche)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:nicht|keine?[nmrs]?|weder)\b", re.IGNORECASE)
_MAIN_VERB = re.compile(rf"(?:,\s*(?:so\s+)?|\s){_FINITE}\b", re.IGNORECASE)
_RESUMED = re.compile(
    r"(?:,|\s[–-])\s*(?:(?:ist|sind|wird|werden)\s+)?(?:ausgeschlossen|wegbedungen|begrenzt|beschränkt|der\s+höhe\s+nach|höchstens|maximal|haft\w+|nicht|nur|auf\s+(?:den|die|das|einen?|\d))\b"
    r"|\s(?:ausgeschlossen|wegbedungen)\s*\W*$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:gesetzlich|rechtlich)\s+zulässig|\bnichts?\s+(?:anderes|abweichend\w*)|\banders\b|\bvorbehaltlich\s+de[rs]\s+(?:\w+\s+){0,2}?(?:regelung|ziffer|nummer|absatz|abs|§)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scopes:
    """`limited`: the sentence with exceptions and grants blanked out; `excepted`, `granted`: carve-outs named there;
    `reach` of its grants: all, before or just_before ("" where it grants nothing).
    """

    limited: str
    excepted: tuple[str, ...]
    granted: tuple[str, ...]
    reach: str

    @property
    def faults(self) -> tuple[str, ...]:
        """Degrees of fault the limit is about."""
        return faults_of(self.limited)


@lru_cache(maxsize=512)
def scopes_of(text: str) -> Scopes:
    """The scopes of one sentence (with its lead)."""
    limited, excepted, granted, reach = [], "", "", ""
    for part in _parts(text):
        rest, exceptions = _without_exceptions(part)
        if grants(rest) or (grants(part) and not _STILL_LIMITED.search(rest)):
            granted += " " + part
            reach = reach or _reach(part)
            limited.append(" " * len(part))
            continue
        limited.append(rest)
        excepted += " " + exceptions
    return Scopes("".join(limited), named(CARVE_OUTS, excepted), named(CARVE_OUTS, granted), reach)


def _parts(text: str) -> list[str]:
    cuts = [0, *(m.end() for m in _NEXT_RULE.finditer(text)), len(text)]
    parts: list[str] = []
    for a, b in pairwise(cuts):
        if parts and not _LIMITING.search(text[a:b]) and not grants(text[a:b]):
            parts[-1] += text[a:b]
        else:
            parts.append(text[a:b])
    return parts


def grants(part: str) -> bool:
    """Whether a part of a sentence leaves liability as it is by law, or lifts a limit."""
    if _OTHER_MATTER.search(part) and "haft" not in part.casefold():
        return False
    if _NOT_APPLYING.search(part):
        return bool(_OF_A_LIMIT.search(part))
    if _UNTOUCHED.search(part):
        return True
    if _UNLIMITED.search(part):
        return not _STILL_LIMITED.search(part)
    return bool(_POSITIVE.search(part)) and not _LIMITING.search(part)


def _reach(part: str) -> str:
    if _BACKWARDS.search(part) and not re.match(r"\W*(?:hiervon|davon)", part, re.IGNORECASE):
        return "before"
    return "just_before" if _JUST_BEFORE.search(part) else "all"


def affirms(text: str) -> tuple[str, ...]:
    """Carve-outs for which a sentence says that somebody is liable, be it up to a limit."""
    if not _LIABLE.search(text) or re.search(
        r"\b(?:ausgeschlossen|wegbedungen|keine\s+haftung)\b", text, re.IGNORECASE
    ):
        return ()
    if re.search(r"\bhaft(?:et|en)\b[^.;]{0,60}\bnicht\b(?!\s+nur)", text, re.IGNORECASE):
        return ()
    return named(CARVE_OUTS, text)


def _without_exceptions(part: str) -> tuple[str, str]:
    kept, excepted = part, ""
    for start, end in exceptions_in(part):
        excepted += " " + part[start:end]
        kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept, excepted


def exceptions_in(part: str) -> list[Span]:
    """Spans of the exceptions in a part of a sentence."""
    spans: list[Span] = []
    for marker in _MARKER.finditer(part):
        if spans and marker.start() < spans[-1][1]:
            continue
        start, end = _start_of_exception(part, marker), _end_of_exception(part, marker)
        if not _HEDGE.search(part[start : min(end, start + 80)]) and named(CARVE_OUTS, part[start:end]):
            spans.append((start, end))
    spans += [m.span("what") for m in _POSTPOSED.finditer(part) if not any(a <= m.start() < b for a, b in spans)]
    return spans


def _start_of_exception(part: str, marker: re.Match[str]) -> int:
    """`soweit der Schaden auf leichter Fahrlässigkeit beruht und nicht das Leben betrifft`: a condition, then one."""
    negation = _NEGATION.search(part, marker.end()) if _CONDITION.fullmatch(marker[0]) else None
    joined = negation and re.search(r"\b(?:und|oder|sowie)\s*$", part[marker.end() : negation.start()], re.IGNORECASE)
    return negation.start() if negation and joined else marker.start()


_PHRASE = re.compile(r"(?:\s*(?:vorsätzlich\w*|vorsatz|grob\w*|fahrlässig\w*|oder|und|noch|auf|bei)\b)+", re.IGNORECASE)


def _end_of_exception(part: str, marker: re.Match[str]) -> int:
    word = marker[0].casefold()
    if word.startswith("nicht"):  # `des nicht vorsätzlich herbeigeführten Verzugs`
        phrase = _PHRASE.match(part, marker.end() - 1) or _PHRASE.match(part, marker.end())
        return phrase.end() if phrase else marker.end()
    after = marker.end()
    if _CONDITION.fullmatch(marker[0]) and (negation := _NEGATION.search(part, after)):
        after = negation.end()
    resumed = _RESUMED.search(part, after)
    if part[: marker.start()].strip(" ,-–") == "" or marker.start() <= 3:
        resumed = _MAIN_VERB.search(part, after) or resumed
    return resumed.start() if resumed else len(part)
