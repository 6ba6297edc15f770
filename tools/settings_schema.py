"""The JSON schema of shops.toml, by which editors complete and check it: docs/shops.schema.json.

`python -m tools.settings_schema` writes it from the settings in harness.shop.shop; a test sees that it was. Editors
find it by the first line of shops.toml, as taplo and the extension Even Better TOML read it.
"""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from harness.shop.shop import EMBEDDED, NAMELESS, PROJECT, SECRETS, SETTINGS, Shop

PAGE = PROJECT / "docs" / "shops.schema.json"


class _TomlSchema(GenerateJsonSchema):
    """Leaves out what TOML has not, null, and titles that only repeat the names."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  pydantic's signature
        return False


def schema() -> dict[str, Any]:
    """Give the schema: sections of any name but two, each with the settings that are no secrets.

    Nothing is required of a section, for each of its settings can be a variable as well.
    """
    shop = Shop.model_json_schema(schema_generator=_TomlSchema)
    settings = {name: shop["properties"][name] for name in SETTINGS if name not in SECRETS}
    for setting in settings.values():
        if setting.get("default", "") is None:
            del setting["default"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The shops that the acceptance tests know",
        "type": "object",
        "propertyNames": {"not": {"enum": [EMBEDDED, NAMELESS]}},
        "additionalProperties": {
            "description": "A shop; --shop chooses it by this section's name.",
            "type": "object",
            "properties": settings,
            "additionalProperties": False,
        },
        "$defs": shop["$defs"],
    }


def text() -> str:
    """Give the schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
