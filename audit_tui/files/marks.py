"""What a value in a file has to be, said once for both readers: the plain one and pydantic."""

import re
from collections.abc import Callable, Sized
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

S = TypeVar("S", bound=Sized)


class Doubt(Exception):
    """A value is not right beyond doubt; pydantic decides, and words what is wrong."""


# Those that may stand first look at the type too: `sure` is called for every value of every file.


class Words(NamedTuple):
    """A text without white space around it, and with so many characters."""

    least: int
    most: int

    def sure(self, text: object) -> str:
        """Give a text that is so as it stands. Raises Doubt."""
        if type(text) is str and self.least <= len(text) <= self.most and text == text.strip():
            return text
        raise Doubt

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import str_schema

        return str_schema(strip_whitespace=True, min_length=self.least or None, max_length=self.most)


class Pattern(NamedTuple):
    """A text of one pattern, whole."""

    regex: re.Pattern[str]

    def sure(self, text: object) -> str:
        """Give a text of that pattern. Raises Doubt."""
        if type(text) is str and self.regex.fullmatch(text):
            return text
        raise Doubt

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import str_schema

        return str_schema(pattern=self.regex.pattern)


class Between(NamedTuple):
    """A number from a least to a most."""

    least: int
    most: int

    def sure(self, number: object) -> int:
        """Give a number in between. Raises Doubt."""
        if type(number) is int and self.least <= number <= self.most:
            return number
        raise Doubt

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import int_schema

        return int_schema(ge=self.least, le=self.most)


class Many(NamedTuple):
    """A list with so many items."""

    least: int
    most: int | None = None

    def sure(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        """Give a list of that length. Raises Doubt."""
        if self.least <= len(items) and (self.most is None or len(items) <= self.most):
            return items
        raise Doubt

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import tuple_variable_schema

        items = handler(source)
        return tuple_variable_schema(items["items_schema"][0], min_length=self.least or None, max_length=self.most)


class Few(NamedTuple):
    """A list or a table that is refused for its length before any item is looked at."""

    most: int
    what: str

    def sure(self, items: S) -> S:
        """Give one that is not too long. Raises Doubt."""
        if len(items) <= self.most:
            return items
        raise Doubt

    def refuse(self, items: object) -> object:
        """Give a value back, unless it is a list or a table that is too long. Raises ValueError."""
        if isinstance(items, list | dict) and len(items) > self.most:
            raise ValueError(f"names over {self.most} {self.what}")
        return items

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self.refuse, handler(source))


class Rule(NamedTuple):
    """What a value of the right type has to pass: gives what is kept of it, or raises ValueError."""

    of: Callable[[Any], Any]

    def sure(self, value: object) -> Any:  # noqa: ANN401 - whatever the rule gives
        """Give what the rule gives. Raises Doubt."""
        try:
            return self.of(value)
        except ValueError as fault:
            raise Doubt from fault

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(self.of, handler(source))


class Reads(NamedTuple):
    """A value that is written as a text: gives the value that a text stands for, or raises ValueError."""

    of: Callable[[object], Any]
    examples: tuple[str, ...]

    def sure(self, text: object) -> Any:  # noqa: ANN401 - whatever is read
        """Give what the text stands for. Raises Doubt."""
        return Rule(self.of).sure(text)

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_plain_validator_function, to_string_ser_schema

        return no_info_plain_validator_function(self.of, serialization=to_string_ser_schema())

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> "JsonSchemaValue":
        return {"type": "string", "examples": list(self.examples)}
