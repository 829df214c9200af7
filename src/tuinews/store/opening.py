"""Opening the library: make it, bring it up to date, or say why not."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from tuinews.errors import NewerSchemaError, StoreError
from tuinews.store import schema
from tuinews.store.database import Database, connect, translated

FILE_NAME = "library.sqlite3"


def open_database(directory: Path, now: datetime) -> Database:
    """The library of a directory, ready for use."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("the library", f"its folder cannot be made ({error.strerror})", "") from None
    path = directory / FILE_NAME
    try:
        connection = connect(path)
        try:
            connection.execute("pragma journal_mode = wal")
            if schema.version(connection) > schema.VERSION:
                raise NewerSchemaError("the library", "a newer tuinews wrote it", "update tuinews")
            if schema.version(connection) < schema.VERSION:
                schema.migrate(connection)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise translated(error) from None
    return Database(connection, path, read_only=not os.access(path, os.W_OK))
