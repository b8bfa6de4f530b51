"""Brings a database to the schema of this version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

import app
from app.errors import DatabaseError
from app.storage.database import postgres_engine, sqlite_engine, supported

_ADVISORY_LOCK = 7_253_861_940
"""Taken on PostgreSQL so that of several starting processes one migrates and the others wait."""


class UnknownSchema(DatabaseError):
    """The database has had migrations that this version does not know."""

    what_to_do = "Use the version of Regulars that made it, or a later one; nothing was changed."


def upgrade(url: str) -> None:
    """Apply every migration that the database has not had; safe to call at each start, by any number of processes."""
    chosen = supported(url)
    sqlite = chosen.get_backend_name() == "sqlite"
    engine = sqlite_engine(chosen) if sqlite else postgres_engine(chosen, connections=1)
    try:
        with engine.connect() as connection:
            if sqlite:
                # Alembic rebuilds tables on SQLite, and a rebuilt parent would take its children with it.
                connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                if not sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
                command.upgrade(configuration(connection), "head")
    except DBAPIError as error:
        raise DatabaseError(f"the database cannot be opened: {error.orig}") from error
    except CommandError as error:
        raise UnknownSchema(f"the database was made by a later version of Regulars: {error}") from error
    finally:
        engine.dispose()


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for a connection that is open already."""
    config = Config()
    config.set_main_option("script_location", str(scripts()))
    config.attributes["connection"] = connection
    return config


def scripts() -> Path:
    """The migrations: beside the code in a checkout, inside the package where it was installed."""
    package = Path(app.__file__).parent
    installed = package / "storage" / "migrations"
    return installed if installed.is_dir() else package.parent / "migrations"
