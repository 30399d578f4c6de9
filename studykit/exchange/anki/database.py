"""The database of a package: opened in memory, looked at before anything in it is believed."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

from studykit.exchange.anki.archive import damaged, newer, refusal
from studykit.exchange.anki.schema import NEWEST_SCHEMA, OLD_SCHEMA, TABLES_SCHEMA
from studykit.messages import _

# Where the header says how the file is written; 2 is a log beside it, which is not in a package.
_FORMATS, _PLAIN = slice(18, 20), b"\x01\x01"
_HEADER = 100
# A hundred reviews a day for eighty years. As values they take twenty times the bytes of the file.
MAX_ROWS = 3_000_000

T = TypeVar("T", bound=tuple[Any, ...])


class Column(NamedTuple):
    """A column and the type its values must have, `integer` or `text` or `blob`."""

    name: str
    type: str = "integer"


class Database:
    """A collection's database; `path` is that of the package, for errors."""

    def __init__(self, base: sqlite3.Connection, path: str) -> None:
        self._base, self.path = base, path
        self.schema = self._schema()

    @property
    def has_tables(self) -> bool:
        """Whether note types, decks and options have tables of their own."""
        return self.schema >= TABLES_SCHEMA

    def rows(self, table: str, columns: Sequence[Column], by: str = "id") -> tuple[list[Any], int]:
        """The rows whose values have the types they should, and how many others there are."""
        return self.values(table, columns, tuple, by)

    def values(
        self, table: str, columns: Sequence[Column], kind: type[T], by: str = "id"
    ) -> tuple[list[T], int]:
        """Such rows as tuples of this kind, without a look at whether its fields are as many.

        Numbers that a bad client stored as fractions are cut to whole ones. Refused
        where the table or one of the columns is missing.
        """
        self._require(table, [column.name for column in columns])
        values, sound = zip(*map(_checked, columns), strict=True)
        # By the table itself, which both queries then see alike: an index may be damaged.
        source = f"FROM {table} NOT INDEXED"
        ((total,),) = self._base.execute(f"SELECT count(*) {source}")
        if total > MAX_ROWS:
            why = _("“{table}” has more than {limit} rows; it may be malicious")
            raise refusal(self.path, why.format(table=table, limit=f"{MAX_ROWS:,}"))
        query = f"SELECT {', '.join(values)} {source} WHERE {' AND '.join(sound)} ORDER BY {by}"
        # What `kind._make` does, in half the time.
        rows = list(map(tuple.__new__, repeat(kind), self._base.execute(query)))
        return rows, total - len(rows)

    def _require(self, table: str, columns: Sequence[str]) -> None:
        """Refuse what lacks something. Views and virtual tables run code, and do not count."""
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND lower(name) = ?"
        found = self._base.execute(query, (table,)).fetchall()
        if not found or not str(found[0][0]).upper().startswith("CREATE TABLE"):
            why = _("not a collection of Anki: it has no table “{name}”")
            raise refusal(self.path, why.format(name=table))
        # Columns that are computed are not among these.
        there = {str(row[1]).lower() for row in self._base.execute(f"PRAGMA table_info({table})")}
        for column in columns:
            if column.strip('"').lower() not in there:
                why = _("not a collection of Anki: “{table}” has no column “{name}”")
                raise refusal(self.path, why.format(table=table, name=column.strip('"')))

    def _schema(self) -> int:
        rows, _others = self.rows("col", [Column("ver")], by="ver")
        schema = int(rows[0][0]) if rows else 0
        if schema > NEWEST_SCHEMA:
            raise refusal(self.path, newer())
        if schema != OLD_SCHEMA and schema < TABLES_SCHEMA:
            why = _("of a schema ({schema}) that only its own Anki reads; export it again there")
            raise refusal(self.path, why.format(schema=schema))
        return schema


@contextmanager
def opened(data: bytes, path: str) -> Iterator[Database]:
    """The database of these bytes; `ExchangeError` where it is damaged or none of Anki's."""
    base = sqlite3.connect(":memory:")
    try:
        if data[_FORMATS] == b"\x02\x02":
            data = b"".join((data[: _FORMATS.start], _PLAIN, data[_FORMATS.stop :]))
        if len(data) < _HEADER:
            raise damaged(path)
        base.deserialize(data)
        base.execute("PRAGMA trusted_schema = OFF")
        base.text_factory = _text
        # Indexes of schema 18 are in this order.
        base.create_collation("unicase", _compare)
        yield Database(base, path)
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise damaged(path) from error
    finally:
        base.close()


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _compare(one: str, other: str) -> int:
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)


def _checked(column: Column) -> tuple[str, str]:
    """How a column is selected, and when its value is sound."""
    name = column.name
    if column.type == "integer":
        return f"CAST({name} AS INTEGER)", f"typeof({name}) IN ('integer', 'real')"
    return name, f"typeof({name}) = '{column.type}'"
