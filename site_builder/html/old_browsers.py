"""Colours for browsers that do not know `light-dark()`, worked out from the style sheet, where each stands once."""

import re

FIRST_BLOCK = re.compile(r":root \{\n(.*?)\n\}", re.DOTALL)
PAIR = re.compile(r"(?<![\w-])(--[\w-]++): light-dark\(([^,()]+), ([^()]+)\);")
FALLBACK = """
@supports not (color: light-dark(red, tan)) {{
  :root {{ {light} }}
  @media screen and (prefers-color-scheme: dark) {{ :root:not([data-scheme="light"]) {{ {dark} }} }}
  @media screen {{ :root[data-scheme="dark"] {{ {dark} }} }}
}}
"""


def with_fallback(style: str) -> str:
    """Return a style sheet that also names the colours of each scheme by itself, for browsers that need it.

    Browsers that know both in one never read it. A sheet without such colours is returned as it is.
    """
    block = FIRST_BLOCK.search(style)
    pairs = PAIR.findall(block[1]) if block else []
    if not pairs:
        return style
    light, dark = (" ".join(f"{pair[0]}: {pair[place].strip()};" for pair in pairs) for place in (1, 2))
    return style + FALLBACK.format(light=light, dark=dark)
