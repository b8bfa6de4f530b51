"""Migrations lead to the very schema that the code works with, and never touch a database they do not know."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlmodel import SQLModel

import app.storage.tables  # noqa: F401 - declares the tables
from app.errors import DatabaseError
from app.storage.migrate import upgrade


def test_migrations_give_the_tables_that_the_code_declares(database_url: str) -> None:
    upgrade(database_url)
    engine = create_engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_upgrading_again_changes_nothing(database_url: str) -> None:
    upgrade(database_url)
    upgrade(database_url)


def test_of_processes_that_start_at_once_on_an_empty_database_one_migrates(database_url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(upgrade, [database_url] * 4))


def test_a_new_file_that_another_process_is_writing_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "regulars.db"
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as thread:
        upgrading = thread.submit(upgrade, f"sqlite:///{file}")
        failed_at_once, _ = wait([upgrading], timeout=0.3)
        other.execute("COMMIT")
        upgrading.result()
    other.close()
    assert not failed_at_once


def test_a_database_of_a_later_version_is_left_alone_and_said_to_be_one(database_url: str) -> None:
    upgrade(database_url)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="later version"):
        upgrade(database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"
    engine.dispose()


def test_a_file_that_is_no_database_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "regulars.db"
    file.write_text("Dear diary, " * 100)
    with pytest.raises(DatabaseError, match="not a database"):
        upgrade(f"sqlite:///{file}")
