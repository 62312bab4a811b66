"""The words of an index, as its file packs them."""

import json

BASE = 36  # a figure may be a letter too


def unpacked_words(file: bytes) -> list[str]:
    """Return the words of `words.json`: each says how many letters it begins with as the one before."""
    words = [""]
    for packed in json.loads(file)["words"].split():
        words.append(words[-1][: int(packed[0], BASE)] + packed[1:])
    return words[1:]
