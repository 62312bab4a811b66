"""What is made when somebody first asks for it, and once: a page that nobody looks at costs nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

Value_co = TypeVar("Value_co", covariant=True)
Whole = TypeVar("Whole")
Made = TypeVar("Made")


def kept(make: Callable[[Whole], Made]) -> Callable[[Whole], Made]:
    """Let a function make of a thing what it makes only once, however many ask: the thing keeps it, its copies do not.

    As `cached_property`, for what the thing itself knows nothing of.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def once(whole: Whole) -> Made:
        found = vars(whole)
        if name not in found:
            found[name] = make(whole)
        return found[name]  # type: ignore[no-any-return]

    return once


class Later(Generic[Value_co]):
    """A value that is not made yet. What it is made of is let go as soon as it is made.

    A fault in the making is told to everyone who asks: nothing is made of half.
    """

    def __init__(self, make: Callable[[], Value_co]) -> None:
        self._make: Callable[[], Value_co] | None = make
        self._value: tuple[Value_co, ...] = ()

    def __call__(self) -> Value_co:
        """Return the value, made now if it has not been made."""
        if self._make is not None:
            self._value = (self._make(),)
            self._make = None
        return self._value[0]
