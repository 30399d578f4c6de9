"""What Anki's JSON of schema 11 says where no one has said anything else.

For a package to be complete where our values are silent, and our values to be
silent where a package says nothing of its own.
"""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

LATEX_PRE = (
    "\\documentclass[12pt]{article}\n"
    "\\special{papersize=3in,5in}\n"
    "\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{amssymb,amsmath}\n"
    "\\pagestyle{empty}\n"
    "\\setlength{\\parindent}{0in}\n"
    "\\begin{document}\n"
)
LATEX_POST = "\\end{document}"
# What Anki writes where nothing else is said.
NOTE_TYPE: Json = {
    "did": None,
    "latexPre": LATEX_PRE,
    "latexPost": LATEX_POST,
    "latexsvg": False,
    "originalStockKind": 0,
    "originalId": None,
}
FIELD: Json = {
    "sticky": False,
    "rtl": False,
    "font": "Arial",
    "size": 20,
    "description": "",
    "plainText": False,
    "collapsed": False,
    "excludeFromSearch": False,
    "id": None,
    "tag": None,
    "preventDeletion": False,
}
TEMPLATE: Json = {
    "bqfmt": "",
    "bafmt": "",
    "did": None,
    "bfont": "",
    "bsize": 0,
    "id": None,
}
DECK: Json = {
    "lrnToday": [0, 0],
    "revToday": [0, 0],
    "newToday": [0, 0],
    "timeToday": [0, 0],
    "collapsed": False,
    "browserCollapsed": False,
    "dyn": 0,
}
NORMAL: Json = {
    "extendNew": 0,
    "extendRev": 0,
    "reviewLimit": None,
    "newLimit": None,
    "reviewLimitToday": None,
    "newLimitToday": None,
    "desiredRetention": None,
    "md": False,
}
FILTERED: Json = {
    "resched": True,
    "terms": [],
    "separate": True,
    "delays": None,
    "previewDelay": 0,
    "previewAgainSecs": 0,
    "previewHardSecs": 0,
    "previewGoodSecs": 0,
}
PRESET: Json = {
    "mod": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {
        "bury": False,
        "delays": [1.0, 10.0],
        "initialFactor": 2500,
        "ints": [1, 4, 0],
        "order": 1,
        "perDay": 20,
    },
    "rev": {
        "bury": False,
        "ease4": 1.3,
        "ivlFct": 1.0,
        "maxIvl": 36500,
        "perDay": 200,
        "hardFactor": 1.2,
    },
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
    "dyn": False,
}
