-- The journal: portable and immutable. Each table is its own index (WITHOUT ROWID):
-- an action is a commit that waits for the disk, and every index is a page more.
CREATE TABLE txn (
    id           TEXT NOT NULL PRIMARY KEY,
    device       TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    prev         BLOB,
    action       TEXT NOT NULL,
    actor        TEXT NOT NULL,
    on_behalf_of TEXT,
    reason       TEXT,
    undoes       TEXT,
    audience     TEXT NOT NULL,
    schema_v     INTEGER NOT NULL,
    made_at      TEXT NOT NULL,
    hash         BLOB NOT NULL,
    UNIQUE (device, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    id          TEXT NOT NULL UNIQUE,
    txn         TEXT NOT NULL REFERENCES txn (id),
    n           INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    entity      TEXT NOT NULL,
    field       TEXT NOT NULL,
    bases       TEXT NOT NULL,
    value       TEXT,
    salt        BLOB,
    value_hash  BLOB,
    from_change TEXT,
    PRIMARY KEY (txn, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_entity ON change (entity, field);

CREATE TRIGGER txn_stays BEFORE UPDATE ON txn
BEGIN SELECT RAISE(ABORT, 'a transaction is never changed'); END;
CREATE TRIGGER txn_kept BEFORE DELETE ON txn
BEGIN SELECT RAISE(ABORT, 'a transaction is never deleted'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'a change is never deleted'); END;
-- Redaction takes the value and its salt out and leaves their digest, so that the
-- chain of hashes still verifies.
CREATE TRIGGER change_stays BEFORE UPDATE ON change
WHEN NEW.value IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.value_hash IS NULL
  OR (NEW.id, NEW.txn, NEW.n, NEW.kind, NEW.entity, NEW.field, NEW.bases)
     IS NOT (OLD.id, OLD.txn, OLD.n, OLD.kind, OLD.entity, OLD.field, OLD.bases)
  OR NEW.from_change IS NOT OLD.from_change
BEGIN SELECT RAISE(ABORT, 'a change is never changed, only redacted'); END;

-- What belongs to this file alone.
CREATE TABLE arrival (
    local_n    INTEGER PRIMARY KEY,
    txn        TEXT NOT NULL UNIQUE REFERENCES txn (id),
    arrived_at TEXT NOT NULL,
    hub_seq    INTEGER
) STRICT;

CREATE TABLE device (
    n     INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    since TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The changes that nothing has replaced; follows from the journal.
CREATE TABLE head (
    entity TEXT NOT NULL,
    field  TEXT NOT NULL,
    change TEXT NOT NULL REFERENCES change (id),
    PRIMARY KEY (entity, field, change)
) STRICT, WITHOUT ROWID;
