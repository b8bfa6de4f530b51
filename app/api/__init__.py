"""The REST face: an agent plane of allow-listed schemas, and an operator plane behind the operator key."""
