"""Runs migrations on the connection that `app.storage.migrate` has opened."""

from alembic import context
from sqlmodel import SQLModel

import app.storage.tables  # noqa: F401 - declares the tables

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
