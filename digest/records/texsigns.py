"""What commands of TeX print, of those that pylatexenc does not know or takes for others."""

from __future__ import annotations

SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"} | {
    "textless": "<", "textgreater": ">", "textbar": "|", "textquotedbl": '"', "slash": "/",
    "textunderscore": "_", "lq": "\u2018", "rq": "\u2019", "S": "\xa7", "P": "\xb6",
    "textpilcrow": "\xb6", "pounds": "\xa3", "euro": "\u20ac", "copyright": "\xa9",
    "ddag": "\u2021", "textbardbl": "\u2016", "guillemetleft": "\xab", "guillemetright": "\xbb",
    "SS": "\u1e9e", "textminus": "\u2212", "textprime": "\u2032", "textinfty": "\u221e", "hyp": "-",
    "glqq": "\u201e", "grqq": "\u201c", "glq": "\u201a", "grq": "\u2018", "flqq": "\xab",
    "frqq": "\xbb", "flq": "\u2039", "frq": "\u203a", "quotedblbase": "\u201e",
    "quotesinglbase": "\u201a", "ohorn": "\u01a1", "OHORN": "\u01a0", "uhorn": "\u01b0",
    "UHORN": "\u01af", "textdegree": "\xb0", "degree": "\xb0", "EUR": "\u20ac", "hyphen": "-",
    "nbhyphen": "-", "og": "\xab", "fg": "\xbb", "checkmark": "\u2713",
    "LaTeXe": "LaTeX2\u03b5",
}  # fmt: skip
SIGNS |= dict.fromkeys(
    ("break", "enspace", "hfill", "linebreak", "newline", "nobreakspace", "par", "thinspace"), " "
)
"""Commands for signs that pylatexenc does not know, or takes for others."""
_GREEK = (
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"),
    *("lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "varsigma", "sigma", "tau", "upsilon"),
    *("phi", "chi", "psi", "omega"),
)
"""From U+03B1 on; `textalpha` is the letter in text, `textAlpha` the capital."""
SIGNS |= {f"text{name}": chr(0x3B1 + index) for index, name in enumerate(_GREEK)}
SIGNS |= {f"text{name.title()}": chr(0x391 + index) for index, name in enumerate(_GREEK)}
SILENT = frozenset({
    "allowbreak", "bf", "bfseries", "centering", "cyrchar", "em", "footnotesize", "ignorespaces",
    "it", "itshape", "large", "leavevmode", "mdseries", "nobreak",
    "noindent", "normalfont", "normalsize", "protect", "relax", "rm", "rmfamily", "sc",
    "scriptsize", "scshape", "selectfont", "sf", "sffamily", "sl", "sloppy", "slshape", "small",
    "tiny", "tt", "ttfamily", "unskip", "upshape", "xspace", "Large", "LARGE", "huge", "Huge",
})  # fmt: skip
"""Commands that are no part of a text."""
MARKS = {"h": "\u0309", "f": "\u0311", "G": "\u030f", "U": "\u030e"} | dict.fromkeys(
    ("cb", "textcommabelow"), "\u0326"
)
"""Accents that pylatexenc does not know, Vietnamese and Slavic ones among them."""
