-- The newest line of the journal once more: lines cut off at the end leave the chain whole, and show here.

CREATE TABLE journal_head (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,                          -- of the newest line of the journal
    hash     TEXT NOT NULL                              -- of that line
) STRICT;
INSERT INTO journal_head SELECT 1, sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1;
CREATE TRIGGER journal_grew AFTER INSERT ON journal BEGIN
    INSERT INTO journal_head (one, sequence, hash) VALUES (1, new.sequence, new.hash)
        ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash;
END;
