-- Version 2: what happens between stores and around a meeting. The tables of the new
-- kinds are the projection's, which is made anew after every migration.

-- Places in the chains of other devices whose content this store does not have.
CREATE TABLE stub (
    device TEXT NOT NULL,
    seq    INTEGER NOT NULL,
    prev   BLOB,
    hash   BLOB NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Transactions that came before what they build on, as the lines that they came as.
CREATE TABLE waiting (
    device TEXT NOT NULL,
    seq    INTEGER NOT NULL,
    item   TEXT NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Changes that came without their values, which are not for this store to see; they may
-- come to be.
CREATE TABLE withheld (
    change TEXT NOT NULL PRIMARY KEY REFERENCES change (id)
) STRICT, WITHOUT ROWID;
DROP TRIGGER change_stays;
CREATE TRIGGER change_stays BEFORE UPDATE ON change
WHEN (NEW.id, NEW.txn, NEW.n, NEW.kind, NEW.entity, NEW.field, NEW.bases, NEW.from_change)
     IS NOT (OLD.id, OLD.txn, OLD.n, OLD.kind, OLD.entity, OLD.field, OLD.bases, OLD.from_change)
  OR NOT (NEW.value IS NULL AND NEW.salt IS NULL AND NEW.value_hash IS NOT NULL
    OR NEW.value IS NOT NULL AND NEW.salt IS NOT NULL AND NEW.value_hash IS NULL
      AND OLD.value IS NULL AND OLD.id IN (SELECT change FROM withheld))
BEGIN SELECT RAISE(ABORT, 'a change is never changed, only redacted, or shown at last'); END;

-- Up to where what this file's devices wrote has left it.
CREATE TABLE sent (
    device TEXT NOT NULL PRIMARY KEY,
    seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What has not left this file yet may be given to its newest device, in another place
-- of another chain, and is the same in all else.
DROP TRIGGER txn_stays;
CREATE TRIGGER txn_stays BEFORE UPDATE ON txn
WHEN (NEW.id, NEW.action, NEW.actor, NEW.on_behalf_of, NEW.reason, NEW.undoes, NEW.audience,
      NEW.schema_v, NEW.made_at)
     IS NOT (OLD.id, OLD.action, OLD.actor, OLD.on_behalf_of, OLD.reason, OLD.undoes, OLD.audience,
      OLD.schema_v, OLD.made_at)
  OR OLD.device NOT IN (SELECT id FROM device)
  OR OLD.seq <= coalesce((SELECT seq FROM sent WHERE device = OLD.device), 0)
  OR NEW.device IS OLD.device
  OR NEW.device IS NOT (SELECT id FROM device ORDER BY n DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'a transaction is never changed'); END;
-- The bytes of files that were handed over, each under its SHA-256.
CREATE TABLE kept_file (
    digest TEXT NOT NULL PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;
CREATE TRIGGER kept_file_stays BEFORE UPDATE ON kept_file
BEGIN SELECT RAISE(ABORT, 'a file that was handed over is never changed'); END;
