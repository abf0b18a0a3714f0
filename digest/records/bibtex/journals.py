r"""Journals that astronomers name by a command: `journal = {\apj}`.

The commands are those of the American Astronomical Society's macros for LaTeX (AASTeX), which the
Astrophysics Data System writes into its BibTeX. Abbreviations have the form of ISO 4.
"""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex

_COMMAND = lazy_regex(r"\s*\{?\s*\\(?P<name>[a-z]+)\s*(?:\{\s*\})?\s*\}?\s*")

_JOURNALS = {
    "aap": ("Astronomy & Astrophysics", "Astron. Astrophys."),
    "aapr": ("The Astronomy and Astrophysics Review", "Astron. Astrophys. Rev."),
    "aaps": ("Astronomy and Astrophysics Supplement Series", "Astron. Astrophys. Suppl. Ser."),
    "actaa": ("Acta Astronomica", "Acta Astron."),
    "aj": ("The Astronomical Journal", "Astron. J."),
    "ao": ("Applied Optics", "Appl. Opt."),
    "apj": ("The Astrophysical Journal", "Astrophys. J."),
    "apjl": ("The Astrophysical Journal Letters", "Astrophys. J. Lett."),
    "apjs": ("The Astrophysical Journal Supplement Series", "Astrophys. J. Suppl. Ser."),
    "apss": ("Astrophysics and Space Science", "Astrophys. Space Sci."),
    "araa": ("Annual Review of Astronomy and Astrophysics", "Annu. Rev. Astron. Astrophys."),
    "areps": ("Annual Review of Earth and Planetary Sciences", "Annu. Rev. Earth Planet. Sci."),
    "azh": ("Astronomicheskii Zhurnal", "Astron. Zh."),
    "baas": ("Bulletin of the American Astronomical Society", "Bull. Am. Astron. Soc."),
    "bain": ("Bulletin of the Astronomical Institutes of the Netherlands", ""),
    "caa": ("Chinese Astronomy and Astrophysics", "Chin. Astron. Astrophys."),
    "cjaa": ("Chinese Journal of Astronomy and Astrophysics", "Chin. J. Astron. Astrophys."),
    "fcp": ("Fundamentals of Cosmic Physics", "Fundam. Cosm. Phys."),
    "gca": ("Geochimica et Cosmochimica Acta", "Geochim. Cosmochim. Acta"),
    "grl": ("Geophysical Research Letters", "Geophys. Res. Lett."),
    "iaucirc": ("International Astronomical Union Circular", ""),
    "icarus": ("Icarus", ""),
    "jcap": ("Journal of Cosmology and Astroparticle Physics", "J. Cosmol. Astropart. Phys."),
    "jcp": ("The Journal of Chemical Physics", "J. Chem. Phys."),
    "jgr": ("Journal of Geophysical Research", "J. Geophys. Res."),
    "jqsrt": (
        "Journal of Quantitative Spectroscopy and Radiative Transfer",
        "J. Quant. Spectrosc. Radiat. Transf.",
    ),
    "jrasc": ("Journal of the Royal Astronomical Society of Canada", "J. R. Astron. Soc. Can."),
    "maps": ("Meteoritics & Planetary Science", "Meteorit. Planet. Sci."),
    "memras": ("Memoirs of the Royal Astronomical Society", "Mem. R. Astron. Soc."),
    "memsai": ("Memorie della Società Astronomica Italiana", "Mem. Soc. Astron. Ital."),
    "mnras": ("Monthly Notices of the Royal Astronomical Society", "Mon. Not. R. Astron. Soc."),
    "na": ("New Astronomy", "New Astron."),
    "nar": ("New Astronomy Reviews", "New Astron. Rev."),
    "nat": ("Nature", ""),
    "nphysa": ("Nuclear Physics A", "Nucl. Phys. A"),
    "pasa": (
        "Publications of the Astronomical Society of Australia",
        "Publ. Astron. Soc. Aust.",
    ),
    "pasj": ("Publications of the Astronomical Society of Japan", "Publ. Astron. Soc. Jpn."),
    "pasp": (
        "Publications of the Astronomical Society of the Pacific",
        "Publ. Astron. Soc. Pac.",
    ),
    "physrep": ("Physics Reports", "Phys. Rep."),
    "physscr": ("Physica Scripta", "Phys. Scr."),
    "planss": ("Planetary and Space Science", "Planet. Space Sci."),
    "pra": ("Physical Review A", "Phys. Rev. A"),
    "prb": ("Physical Review B", "Phys. Rev. B"),
    "prc": ("Physical Review C", "Phys. Rev. C"),
    "prd": ("Physical Review D", "Phys. Rev. D"),
    "pre": ("Physical Review E", "Phys. Rev. E"),
    "prl": ("Physical Review Letters", "Phys. Rev. Lett."),
    "procspie": ("Proceedings of SPIE", "Proc. SPIE"),
    "psj": ("The Planetary Science Journal", "Planet. Sci. J."),
    "qjras": (
        "Quarterly Journal of the Royal Astronomical Society",
        "Q. J. R. Astron. Soc.",
    ),
    "rmxaa": ("Revista Mexicana de Astronomía y Astrofísica", "Rev. Mex. Astron. Astrofis."),
    "skytel": ("Sky & Telescope", ""),
    "solphys": ("Solar Physics", "Sol. Phys."),
    "sovast": ("Soviet Astronomy", "Sov. Astron."),
    "ssr": ("Space Science Reviews", "Space Sci. Rev."),
    "zap": ("Zeitschrift für Astrophysik", "Z. Astrophys."),
}
"""From a command to the journal's name and its abbreviation, where it has one."""
_SAME = {"astap": "aap", "apjlett": "apjl", "apjsupp": "apjs", "applopt": "ao"}


def named_journal(tex: str) -> tuple[str, str]:
    """Return name and abbreviation of the journal that a command is for; empty for any other."""
    found = _COMMAND.fullmatch(tex)
    name = found["name"] if found else ""
    return _JOURNALS.get(_SAME.get(name, name), ("", ""))
