"""The JSON Schema of seeds and question sets (draft 2020-12), which editors use to complete, explain and check keys.

The schema is generated from the models. Two things are added: limits that the models check in code (numbers of steps
and pairs) and an example for every key. https://json-schema.org/draft/2020-12
"""

from typing import Any, Literal

from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from quizgen.facts.model import Seed
from quizgen.loading.error_help import PATTERN_HELP
from quizgen.loading.examples import EXAMPLES
from quizgen.loading.files import SetFile
from quizgen.questions.arranged import MAX_PAIRS, MAX_STEPS, MIN_PAIRS, MIN_STEPS
from quizgen.questions.base import Model
from quizgen.questions.descriptions import descriptions
from quizgen.questions.fields import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
)
from quizgen.questions.options import MAX_OPTIONS, MIN_OPTIONS
from quizgen.questions.tolerance import TOLERANCE_FORMS, TOLERANCE_PATTERN

SchemaName = Literal["set", "seed"]
SCHEMAS: dict[SchemaName, type[Model]] = {"set": SetFile, "seed": Seed}

_TITLES = {"SetFile": "quizgen question set", "Seed": "quizgen seed: curated facts"}

# Messages that editors show instead of the pattern. The key is specific to VS Code
# (https://github.com/microsoft/vscode-json-languageservice); other tools ignore it.
_PATTERN_MESSAGES = {pattern: f"{help[0].upper()}{help[1:]}." for pattern, help in PATTERN_HELP.items()}
# Spaces at the ends of a line are stripped before validation.
_FREE_ENDS = {LINE_PATTERN: rf"^\s*{LINE_PATTERN[1:-1]}\s*$"}
# Behind a validator, pydantic uses its own names for limits.
_LIMIT_NAMES = {"ge": "minimum", "le": "maximum"}

_LIMITS: dict[str, JsonSchemaValue] = {
    "OrderQuestion.steps": {"minItems": MIN_STEPS, "maxItems": MAX_STEPS},
    "MatchQuestion.pairs": {"minProperties": MIN_PAIRS, "maxProperties": MAX_PAIRS},
    "ChoiceQuestion.options": {"minItems": MIN_OPTIONS, "maxItems": MAX_OPTIONS},
    "MultipleQuestion.options": {"minItems": MIN_OPTIONS, "maxItems": MAX_OPTIONS},
    "ChoiceQuestion.distractors": {"minItems": MIN_OPTIONS - 1, "maxItems": MAX_OPTIONS - 1},
}
_TOLERANCE = {"pattern": TOLERANCE_PATTERN, "patternErrorMessage": f"{TOLERANCE_FORMS.capitalize()}."}
_RULES: dict[str, JsonSchemaValue] = {
    "ChoiceQuestion": {"anyOf": [{"required": ["distractors"]}, {"required": ["options"]}]},
    "TrueFalseQuestion": {
        "if": {"properties": {"answer": {"const": False}}, "required": ["answer"]},
        "then": {"required": ["explanation"]},
    },
}


def schema(name: SchemaName) -> dict[str, Any]:
    """Return the schema of question sets or of seeds as JSON-ready data."""
    made = SCHEMAS[name].model_json_schema(schema_generator=_Generator, ref_template=DEFAULT_REF_TEMPLATE)
    definitions = made.pop("$defs")
    models = {SCHEMAS[name].__name__: made, **definitions}
    for model, body in models.items():
        _complete(model, body)
    made, definitions = _in_schema_words(made), _in_schema_words(definitions)
    heading = {"$schema": GenerateJsonSchema.schema_dialect, "title": _TITLES[SCHEMAS[name].__name__]}
    return {**heading, **{key: value for key, value in made.items() if key != "title"}, "$defs": definitions}


class _Generator(GenerateJsonSchema):
    """pydantic's generator, adapted to hand-written YAML."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe each key by the docstring of its field, unless that repeats the description of its model."""
        made = super().model_schema(schema)
        model: type[Model] = schema["cls"]
        for name, description in descriptions(model).items():
            if model.model_fields[name].annotation.__doc__ != description:
                made["properties"][name]["description"] = description
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Accept numbers as text."""
        made = super().str_schema(schema)
        pattern = str(made.get("pattern", ""))
        if pattern in _PATTERN_MESSAGES:
            made["patternErrorMessage"] = _PATTERN_MESSAGES[pattern]
            # A quote needs no backslash, and strict pattern readers reject one.
            made["pattern"] = _FREE_ENDS.get(pattern, pattern).replace('\\"', '"')
        numbers = pattern not in {ID_PATTERN, TAG_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN}
        return {**made, "type": ["string", "number"] if numbers else ["string", "integer"]}

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Accept a number written as a number or as text."""
        return {"type": ["number", "string"], "pattern": r"\d", "patternErrorMessage": "Write a number."}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Accept an optional key without a value."""
        inner = self.generate_inner(schema["schema"])
        if "type" not in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return {**inner, "type": [*types, "null"]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out empty defaults, which editors would otherwise suggest."""
        made = super().default_schema(schema)
        if made.get("default") in (None, [], {}):
            made.pop("default", None)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Describe the keys and values of a mapping."""
        made: JsonSchemaValue = {"type": "object"}
        if "keys_schema" in schema:
            made["propertyNames"] = {**self.generate_inner(schema["keys_schema"]), "type": "string"}
        if "values_schema" in schema:
            made["additionalProperties"] = self.generate_inner(schema["values_schema"])
        self.update_with_validations(made, schema, self.ValidationsMapping.object)
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Select the model by `kind`, so that only the errors of that model are reported."""
        tag = str(schema["discriminator"])
        choices = {str(name): self.generate_inner(choice) for name, choice in schema["choices"].items()}
        return {
            "type": "object",
            "required": [tag],
            "properties": {tag: {"enum": list(choices)}},
            "allOf": [
                {"if": {"properties": {tag: {"const": name}}, "required": [tag]}, "then": choice}
                for name, choice in choices.items()
            ],
        }


def _complete(model: str, body: JsonSchemaValue) -> None:
    """Add rules to the schema of a model, and an example and limits to each of its keys."""
    properties: dict[str, JsonSchemaValue] = body["properties"]
    if "kind" in properties:
        properties["kind"]["description"] = body["description"]
        body["title"] = str(properties["kind"]["const"])
    if "pairs" in properties:
        properties["pairs"] = _as_mapping(properties["pairs"])
    if "kind" in properties:
        or_one: tuple[str, ...] = ("tags", "point", "facts", "formerly")
    else:
        or_one = ("tags",) if model == "Fact" else ("ignore",)
    for key in or_one:
        if key in properties:
            properties[key] = _one_or_list(properties[key])
    for name, field in properties.items():
        field.update(_TOLERANCE if name == "tolerance" else _LIMITS.get(f"{model}.{name}", {}))
        if (examples := EXAMPLES.get(f"{model}.{name}", EXAMPLES.get(name))) and "const" not in field:
            field["examples"] = examples
    body |= _RULES.get(model, {})


def _one_or_list(field: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a list that also accepts a single item."""
    return {**field["items"], **field, "type": [*field["items"]["type"], "array"]}


def _as_mapping(pairs: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of pairs as a mapping, which is how authors write them."""
    left, right = pairs.pop("items")["prefixItems"]
    return {**pairs, "type": "object", "propertyNames": {**left, "type": "string"}, "additionalProperties": right}


def _in_schema_words(part: Any) -> Any:
    if isinstance(part, dict):
        return {_LIMIT_NAMES.get(key, key): _in_schema_words(value) for key, value in part.items()}
    return [_in_schema_words(item) for item in part] if isinstance(part, list) else part
