"""Case numbers (diarienummer) are written as the municipality writes them."""

import re
from collections.abc import Iterator
from datetime import date

from schema.vocabulary import Diarienummer
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex


def ensure_case_numbers_have_their_form(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a case number has one of the forms that the site's settings give, if they give any."""
    forms = index.site.value.case_number_forms if index.site else ()
    for _identity, record in (*index.records, *index.remains) if forms else ():
        for keys, text in record.strings:
            if isinstance(text, Diarienummer) and not any(_has_form(text, form) for form in forms):
                yield Finding(record.span(*keys), {"written": text, "forms": ", ".join(forms)})


def _has_form(text: str, form: str) -> bool:
    """Tell whether a text has a form, in which a nought stands for any digit and all else for itself."""
    pattern = "".join("[0-9]" if character == "0" else re.escape(character) for character in form)
    return re.fullmatch(pattern, text) is not None
