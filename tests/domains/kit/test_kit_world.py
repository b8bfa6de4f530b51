"""Worlds: what is read from files, and what is said of wrong ones."""

from datetime import datetime
from pathlib import Path

import pytest

from domains.kit.world import Table, World, WorldError
from tests.domains.kit.sample import JARS, NOW, TABLES, WORLD, Jar, Letter, make_world


def load(folder: Path) -> World:
    return World.load(folder, name="pantry", now=NOW, tables=TABLES)


def test_a_saved_world_is_loaded_as_the_same_one(tmp_path: Path) -> None:
    WORLD.save(tmp_path)
    assert load(tmp_path).rows == WORLD.rows
    assert load(tmp_path).digest == WORLD.digest


def test_files_are_the_same_in_whatever_order_rows_came(tmp_path: Path) -> None:
    WORLD.save(tmp_path / "one")
    make_world(JARS[::-1]).save(tmp_path / "other")
    assert (tmp_path / "one/jars.jsonl").read_bytes() == (tmp_path / "other/jars.jsonl").read_bytes()
    assert make_world(JARS[::-1]).digest == WORLD.digest


def test_the_digest_depends_on_every_field() -> None:
    changed = JARS[2].model_copy(update={"note": "whole"})
    assert make_world((*JARS[:2], changed)).digest != WORLD.digest


def test_a_missing_file_is_an_empty_table(tmp_path: Path) -> None:
    assert load(tmp_path).rows == {"jars": {}, "letters": {}}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"id": "j3", "grams": "heavy"}', "grams"),
        ('{"id": "j3", "colour": "red"}', "colour"),
        ('{"grams": 1}', "id"),
        ("{", "Invalid JSON"),
        ("", "Invalid JSON"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "jars.jsonl").write_text(f'{{"id": "j1"}}\n{{"id": "j2"}}\n{line}\n{{"id": "j4"}}\n')
    with pytest.raises(WorldError, match=rf"(?s)jars\.jsonl, line 3.*{what}"):
        load(tmp_path)


def test_two_rows_of_one_key_are_refused(tmp_path: Path) -> None:
    (tmp_path / "jars.jsonl").write_text('{"id": "j1"}\n{"id": "j1"}\n')
    with pytest.raises(WorldError, match="'jars' has two rows with the key 'j1'"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ((Table("jars", Jar), Table("jars", Letter)), "two tables are named 'jars'"),
        ((Table("jars", Jar), Table("pots", Jar)), "two tables hold Jar"),
        ((Table("jars", Jar, key="number"),), "Jar has no field 'number'"),
        ((Table("jars", Jar, indexes=("shelf", "colour")),), "Jar has no field 'colour'"),
        ((Table("jars", Jar, owner="member_id"),), "Jar has no field 'member_id'"),
    ],
)
def test_a_wrong_schema_is_refused(tables: tuple[Table, ...], message: str) -> None:
    with pytest.raises(WorldError, match=message):
        World(name="pantry", now=NOW, tables=tables, rows={})


def test_rows_of_an_undeclared_table_are_refused() -> None:
    with pytest.raises(WorldError, match="pots"):
        World(name="pantry", now=NOW, tables=TABLES, rows={"pots": []})


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(WorldError, match="aware"):
        World(name="pantry", now=datetime(2026, 3, 2), tables=TABLES, rows={})  # noqa: DTZ001


def test_rows_are_read_by_their_type() -> None:
    assert WORLD.rows_of(Jar) == list(JARS)
    assert WORLD.row(Jar, "j2") is JARS[1]
    with pytest.raises(WorldError, match="jars has no row 'j9'"):
        WORLD.row(Jar, "j9")


def test_a_type_without_a_table_is_refused() -> None:
    class Lid(Jar):
        pass

    with pytest.raises(WorldError, match="no table of Lid"):
        WORLD.rows_of(Lid)
