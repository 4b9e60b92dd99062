"""In which order Word wants the children of an element, and where what may stand: after ISO/IEC 29500-1, as far as we write it."""

from __future__ import annotations

ORDERS: dict[str, tuple[str, ...]] = {
    name: tuple(children.split())
    for name, children in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
        "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
        "divId cnfStyle rPr sectPr pPrChange",
        "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
        "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath rPrChange",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns "
        "cellDel cellMerge tcPrChange",
        "tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
        "tblBorders": "top start left bottom end right insideH insideV",
        "tblCellMar": "top start left bottom end right",
        "pBdr": "top left bottom right between bar",
        "numPr": "ilvl numId numberingChange ins",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
        "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "docDefaults": "rPrDefault pPrDefault",
        "styles": "docDefaults latentStyles style",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
        "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
        "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
        "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
        "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign "
        "attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
        "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop "
        "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle "
        "defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets "
        "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
        "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
        "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
        "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
        "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace "
        "updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang "
        "clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown "
        "smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator",
    }.items()
}

# The first child of these is the properties, if there are any.
PROPERTIES = {"p": "pPr", "r": "rPr", "tbl": "tblPr", "tr": "trPr", "tc": "tcPr", "sdt": "sdtPr"}

_INLINE = frozenset(
    (
        "p",
        "hyperlink",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "smartTag",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "customXml",
    )
)
_BLOCK = frozenset(
    (
        "body",
        "tc",
        "hdr",
        "ftr",
        "comment",
        "footnote",
        "endnote",
        "sdtContent",
        "txbxContent",
        "customXml",
        "docPartBody",
    )
)
_ANYWHERE = _INLINE | _BLOCK | frozenset(("tbl", "tr", "rPr", "numPr", "trPr", "comments"))

PARENTS: dict[str, frozenset[str]] = {
    "r": _INLINE,
    "hyperlink": _INLINE,
    "t": frozenset(("r",)),
    "delText": frozenset(("r",)),
    "instrText": frozenset(("r",)),
    "delInstrText": frozenset(("r",)),
    "fldChar": frozenset(("r",)),
    "br": frozenset(("r",)),
    "tab": frozenset(("r", "tabs")),
    "drawing": frozenset(("r",)),
    "commentReference": frozenset(("r",)),
    "p": _BLOCK | {"ins", "del"},
    "tbl": _BLOCK,
    "tr": frozenset(("tbl", "sdtContent", "customXml", "ins", "del")),
    "tc": frozenset(("tr", "sdtContent", "customXml")),
    "ins": _ANYWHERE,
    "del": _ANYWHERE,
    "commentRangeStart": _ANYWHERE,
    "commentRangeEnd": _ANYWHERE,
    "bookmarkStart": _ANYWHERE,
    "bookmarkEnd": _ANYWHERE,
    "sectPr": frozenset(("body", "pPr")),
}
