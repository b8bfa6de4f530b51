"""How a JSON schema for an answer is asked for."""

from domains.kit.records import JSON


def response_format(schema: JSON) -> JSON:
    """The `response_format` of chat completions.

    Providers hold answers strictly to a schema only if it closes every object and requires every property; others they
    would refuse outright, so for those the schema is a wish.
    """
    return {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": is_strict(schema)}}


def is_strict(schema: JSON) -> bool:
    """Whether every object in the schema is closed, and requires all of its properties."""
    if isinstance(schema, list):
        return all(is_strict(each) for each in schema)
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object" or "properties" in schema:
        properties = schema.get("properties", {})
        if schema.get("additionalProperties") is not False or set(schema.get("required", ())) != set(properties):
            return False
        if not all(is_strict(each) for each in properties.values()):
            return False
    return all(is_strict(value) for key, value in schema.items() if key not in {"properties", "enum", "const"})
