"""What the search makes of some texts, without a site around them."""

from collections.abc import Sequence

from site_builder.foundation.memory import Memory
from site_builder.foundation.search_words import tokens
from site_builder.search.lexicon import Lexicon, lexicon
from site_builder.search.read_pages import PageMemory
from site_builder.search.readings import Readings
from site_builder.search.weights import WordWeights


def lexicon_of(texts: Sequence[str]) -> Lexicon:
    """Return the lexicon of some texts."""
    return lexicon(word for text in texts for word in tokens(text))


def weights_of(texts: Sequence[str]) -> WordWeights:
    """Return what weighs the words of pages that have these texts."""
    return WordWeights(Readings(lexicon_of(texts), {}, ()), PageMemory(Memory(), 0))
