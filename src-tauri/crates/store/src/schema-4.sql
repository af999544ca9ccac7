-- Version 4: a transaction that was issued anew may have come in several places. In one it
-- stands; of the others it is kept which transaction they are. `NULL` where the content of
-- a place is not here.
ALTER TABLE stub ADD COLUMN txn TEXT REFERENCES txn (id);
