"""Which language a piece of text is in: German, English, another one, or undecided.

Strategy: counting. Function words tell languages apart even in short legal text; words that two languages share (`in`,
`die`, `also`, `war`) count for none. Umlauts and typical endings help where a heading has no function word. Letters of
another script decide at once. Short or mixed text is undecided ("und"), and the caller takes the document's language:
a wrong answer would leave a clause unchecked.
"""

from __future__ import annotations

import re
from collections import defaultdict

GERMAN, ENGLISH, OTHER, UNDECIDED = "de", "en", "other", "und"

_FUNCTION_WORDS = {
    GERMAN: """aber am alle allen aller alles als auch auf aus außer bei beim bis bzw da dabei dafür daher damit dann daran
        darauf das dass davon dazu dem den denen denn der deren des dessen dich die dies diese diesem diesen dieser dieses doch du dein deine deinem deinen deiner
        durch ein eine einem einen einer eines entweder er erst es etwa für gegen gegenüber gemäß gilt gelten haben haftet
        hat hiervon ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im infolge innerhalb insbesondere ist ja jede jedem
        jeden jeder jedes jedoch kann kein keine keinem keinen keiner können mangels mit muss müssen nach nachdem nicht
        nichts noch nur ob oder ohne sein seine seinem seinen seiner seines seit sich sie sind sobald sofern soll sollen
        sollte sondern soweit sowie sowohl über um unberührt und uns unser unsere unserem unseren unserer unter vom von vor
        wegen weil welche welchem welchen welcher welches wenn werden wie wieder wir wird wurde wurden zu zum zur zwischen
        zwar""",
    ENGLISH: """about above after all and any are as at be been before being below between both but by can cannot could
        does each either from has have if into is it its itself may must neither no nor not of on only or other our out
        over party parties shall should such than that the their them then there thereof these they this those through to
        under unless until upon us was we were where which while who whose with within without would you your""",
    "fr": """au aux avec ce ces cette dans du elle est et il la le les leur mais ne notre nous ont ou par pas pour qui sa
        sans ses son sont sur tout une vos votre vous""",
    "it": """agli al alla alle anche che con dal dalla degli dei del della delle di e gli il la le nel nella non o per più
        quale questa questo sono sua sul tra un una""",
    "es": """al como con cualquier del el ella en entre es esta este la las los no o para pero por que se sin sobre su sus
        un una y""",
    "nl": """aan bij de deze dit door een en het hij is kan met naar niet of om onder ook op te tot uit van voor wordt
        zijn zal""",
    "pl": "albo być dla do jest lub na nie oraz po przez przy się tym w z za że",
    "tr": "bir bu da de için ile olan olarak veya ve",
}
_ENDINGS = {
    GERMAN: ("ung", "ungen", "keit", "heit", "schaft", "lich", "liche", "lichen", "licher", "isch", "ische", "ischen"),
    ENGLISH: ("ing", "ly", "ity", "ness", "ship", "ment", "ments", "tions", "ance"),
}
_GERMAN_LETTERS = re.compile("[äöüß]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATIN = re.compile("[a-zà-öø-ɏ]")

_LETTERS_WEIGHT = 1.0
_ENDING_WEIGHT = 0.5
_MIN_EVIDENCE = 2.0  # less than two function words is chance: "in", a name, an abbreviation
_MIN_SHARE = 0.6  # of the evidence; below it the text is mixed
_MIN_ENDING = 6  # characters: "Ring" and "Sting" are no gerunds
_FOREIGN_SHARE = 0.5
_ENOUGH = 4000  # characters that decide for a long text


def _tables() -> dict[str, tuple[str, ...]]:
    """Word → the languages that it counts for; words of German and English both count for neither."""
    table: dict[str, tuple[str, ...]] = {}
    for language, words in _FUNCTION_WORDS.items():
        for word in words.split():
            table[word] = (*table.get(word, ()), language)
    return {word: langs for word, langs in table.items() if not {GERMAN, ENGLISH} <= set(langs)}


_LANGUAGES_OF = _tables()


def language_of(text: str) -> str:
    """`de`, `en`, `other`, or `und` where the text is too short or too mixed to tell."""
    folded = text[:_ENOUGH].lower()
    words = _WORD.findall(folded)
    if not words:
        return UNDECIDED
    if _is_foreign_script(words):
        return OTHER
    scores = _scores(words)
    if not scores:
        return UNDECIDED
    # Ties go to the language named first above: German before English before others.
    best = max(scores, key=lambda language: scores[language])
    return _decided(best, scores)


def _decided(best: str, scores: dict[str, float]) -> str:
    rivals = max((score for language, score in scores.items() if language != best), default=0.0)
    if scores[best] < _MIN_EVIDENCE or scores[best] / (scores[best] + rivals) < _MIN_SHARE:
        return UNDECIDED
    return best if best in {GERMAN, ENGLISH} else OTHER


def _scores(words: list[str]) -> dict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        languages = _LANGUAGES_OF.get(word)
        if languages:
            for language in languages:
                scores[language] += 1.0
            continue
        if _GERMAN_LETTERS.search(word):
            scores[GERMAN] += _LETTERS_WEIGHT
        for language, endings in _ENDINGS.items():
            if len(word) >= _MIN_ENDING and word.endswith(endings):
                scores[language] += _ENDING_WEIGHT
    return scores


def _is_foreign_script(words: list[str]) -> bool:
    letters = sum(len(word) for word in words)
    latin = sum(len(_LATIN.findall(word)) for word in words)
    return letters - latin > letters * _FOREIGN_SHARE
