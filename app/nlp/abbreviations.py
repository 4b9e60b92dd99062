"""Abbreviations of German legal and business prose.

Strategy: two lists, because they mean different things for a sentence boundary. After a *binding* abbreviation the
sentence always goes on (`Abs. 2`, `z.B. Mängel`); after an *open* one it goes on unless a new sentence plainly starts
(`… GmbH & Co. Die …`). The tokenizer keeps both whole. Spaces inside (`z. B.`) are handled by the sentence rule.
"""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


BINDING = _listed(
    """
    a.a.O. Abb. Abk. Abs. Abschn. abzgl. a.F. allg. Anh. Anl. Anm. Art. Aufl. ausschl. Az. b. Bd. bes. betr. bezgl.
    bspw. Buchst. bzgl. bzw. bzgl. ca. d.h. div. Dipl. Dr. einschl. einschließl. entspr. etw. evtl. exkl. gem. gemäß. ges.
    gez. ggf. ggfs. ggü. grds. H. Halbs. Hr. Hrn. Fr. HRB. Hs. i.A. i.d.F. i.d.R. i.H.d. i.H.v. i.R.d. i.S. i.S.d.
    i.S.v. i.V. i.V.m. i.W. i.Z.m. inkl. insb. insbes. jew. Kap. lfd. lit. lt. m. max. m.E. mtl. mind. Mio. Mrd. m.w.N. Nr.
    Nrn. o.a. o.g. OLG. Pkt. Prof. Rdn. Rn. Rspr. Rz. s. S. sog. sogen. St. Str. Tel. Tsd. u.a. u.ä. übl. u.U.
    usf. v. Verf. vgl. v.H. Vorb. vs. Z. z. z.B. z.H. z.Hd. Ziff. Zif. zzgl. zul. z.T. z.Zt. zit. schriftl. gesetzl. rechtl.
    techn. monatl. jährl. vertragl. gegebenenf. resp. od. u. bzw. spez. geb. lat. engl. dt. öst. schweiz. Sr. Ing. iSd. iSv. iVm. iHv. idR. idF.
    """
)

OPEN = _listed(
    """
    a.D. AG. Co. e.G. eG. e.K. e.Kfm. e.Kfr. e.U. e.V. etc. f. ff. GmbH. Inc. KG. Ltd. MwSt. USt. n.F. o.ä. OHG. p.a. p.M.
    s.o. s.u. St. u.ä.m. u.dgl. usw. u.v.m. u.s.w. z.Z.
    """
)


def _key(word: str) -> str:
    return word.casefold().replace(" ", "")


_BINDING = frozenset(map(_key, BINDING))
_OPEN = frozenset(map(_key, OPEN))


def is_binding(word: str) -> bool:
    """Whether the sentence surely goes on after `word` (with its full stop).

    Short ones are words of their own in lower or upper case: they are compared as written.
    """
    return word in BINDING if len(word) <= 3 else _key(word) in _BINDING


def is_open(word: str) -> bool:
    """Whether `word` (with its full stop) may or may not end the sentence."""
    return word in OPEN if len(word) <= 3 else _key(word) in _OPEN
