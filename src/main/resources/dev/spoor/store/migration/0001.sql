-- The first form of the case file. Never edited once released: changes go into 0002.sql and so on.
-- Times are integers: 100-nanosecond ticks since 1970-01-01T00:00:00Z (divide by 10,000,000 for Unix seconds); NULL means "no time".
-- Hashes are lower-case hex. Lists are JSON arrays of strings.

CREATE TABLE source (
    id           INTEGER PRIMARY KEY,                   -- number of the source in the case, counted from 1
    path         TEXT NOT NULL,                         -- as given when it was loaded
    entry        TEXT NOT NULL,                         -- entry of an archive, else empty
    sha256       TEXT NOT NULL,                         -- of the whole file or entry, taken before it was parsed
    size         INTEGER NOT NULL,                      -- bytes
    format       TEXT NOT NULL,                         -- the reader that read it: evtx, ndjson, csv ...
    dataset      TEXT NOT NULL,                         -- data set that its events belong to
    zone         TEXT NOT NULL,                         -- zone of times without one; empty: UTC
    state        TEXT NOT NULL CHECK (state IN ('loading', 'loaded', 'duplicate')), -- still 'loading' while nobody loads: it was interrupted
    duplicate_of INTEGER REFERENCES source (id),        -- the source with the same bytes; then nothing was loaded
    registered   INTEGER NOT NULL,                      -- when it was registered (wall clock)
    records      INTEGER NOT NULL DEFAULT 0,            -- records read
    damaged      INTEGER NOT NULL DEFAULT 0,            -- places that could not be read
    repaired     INTEGER NOT NULL DEFAULT 0,            -- records read although something was wrong with them
    first        INTEGER,                               -- time of the earliest event
    last         INTEGER                                -- time of the latest event
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);

CREATE TABLE source_problem (
    source  INTEGER NOT NULL REFERENCES source (id),
    number  INTEGER NOT NULL,                           -- counted from 1 in the order of the file; source.damaged counts all, this table holds the first 1,000
    problem TEXT NOT NULL,                              -- what was found, what was expected, where
    PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE dataset (
    name    TEXT PRIMARY KEY,                           -- what FROM and index patterns see
    mapping TEXT NOT NULL                               -- an Elasticsearch mapping as JSON, or empty for none
) STRICT, WITHOUT ROWID;

CREATE TABLE field (
    id      INTEGER PRIMARY KEY,                        -- the upper 32 bits of the rows of segment_column
    dataset TEXT NOT NULL,                              -- a type belongs to the data set it was mapped in
    view    TEXT NOT NULL CHECK (view IN ('ecs', 'source')), -- see "two views of one record" in docs/formats/case-file.md
    path    TEXT NOT NULL,                              -- dotted path
    UNIQUE (dataset, view, path)
) STRICT;

CREATE TABLE field_kinds (
    dataset TEXT NOT NULL,
    path    TEXT NOT NULL,                              -- dotted path, whatever the view
    kinds   INTEGER NOT NULL,                           -- bit mask of the kinds of values seen (dev.spoor.ecs.SeenKinds)
    PRIMARY KEY (dataset, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment (
    id          INTEGER PRIMARY KEY,                    -- counted from 1; the lower 32 bits of the rows of segment_column
    first_event INTEGER NOT NULL UNIQUE,                -- number of its first event in the case; the others follow without a gap
    events      INTEGER NOT NULL CHECK (events > 0),
    dataset     TEXT NOT NULL,
    min_time    INTEGER,                                -- time of the earliest event that has one
    max_time    INTEGER,
    origin      BLOB NOT NULL,                          -- source, entry, record, offset and time of each event (docs/formats/case-file.md)
    fields      BLOB NOT NULL                           -- field.id of its columns: 4 bytes each, big-endian, ascending
) STRICT;

CREATE TABLE segment_source (
    source  INTEGER NOT NULL REFERENCES source (id),
    segment INTEGER NOT NULL REFERENCES segment (id),
    events  INTEGER NOT NULL,                           -- how many events of the source are in the segment
    PRIMARY KEY (source, segment)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment_column (
    id      INTEGER PRIMARY KEY,                        -- field.id << 32 | segment.id: a search on one field reads neighbours
    same_as INTEGER,                                    -- the row whose values this one shares (the same column under another name)
    content BLOB,                                       -- dictionary and codes, compressed; NULL where same_as is given
    CHECK ((same_as IS NULL) <> (content IS NULL))
) STRICT;

CREATE TABLE rule (
    id       INTEGER PRIMARY KEY,
    rule_id  TEXT NOT NULL,                             -- the rule's own id, or one derived from origin and name
    sha256   TEXT NOT NULL,                             -- of the rule's text
    name     TEXT NOT NULL,
    origin   TEXT NOT NULL,                             -- elastic, splunk, sigma
    language TEXT NOT NULL,                             -- kql, eql, esql, lucene, spl, sigma, or empty
    version  TEXT NOT NULL,                             -- as stated, else empty
    path     TEXT NOT NULL,                             -- the file it was read from
    text     TEXT NOT NULL,                             -- the file's whole text, unchanged
    document TEXT NOT NULL,                             -- everything the rule says, as JSON (without its text)
    UNIQUE (rule_id, sha256)
) STRICT;

CREATE TABLE run (
    id       INTEGER PRIMARY KEY,                       -- counted from 1
    started  INTEGER NOT NULL,                          -- wall clock
    finished INTEGER,                                   -- wall clock; NULL: it was interrupted
    alerts   INTEGER                                    -- alerts that the run produced
) STRICT;

CREATE TABLE run_rule (
    run         INTEGER NOT NULL REFERENCES run (id),
    rule        INTEGER NOT NULL REFERENCES rule (id),
    fidelity    TEXT NOT NULL,                          -- exact, approximate, not_runnable, invalid
    reasons     TEXT NOT NULL,                          -- JSON list: what differs from the rule's home, or why it did not run
    nanoseconds INTEGER NOT NULL DEFAULT 0,             -- processor time that the rule took
    matches     INTEGER NOT NULL DEFAULT 0,             -- matches before exceptions of finishers and merging
    PRIMARY KEY (run, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_rule_rule ON run_rule (rule, run);

CREATE TABLE alert (
    id               TEXT PRIMARY KEY,                  -- stable: hash of rule id, rule version, event identities and the finisher's key
    rule_id          TEXT NOT NULL,
    rule_name        TEXT NOT NULL,
    origin           TEXT NOT NULL,
    language         TEXT NOT NULL,
    rule_version     TEXT NOT NULL,
    fidelity         TEXT NOT NULL,
    time             INTEGER,                           -- of the last event
    severity         TEXT NOT NULL,                     -- informational, low, medium, high, critical
    severity_derived INTEGER NOT NULL,                  -- 1: the rule states no severity
    risk             INTEGER,                           -- 0 to 100
    techniques       TEXT NOT NULL,                     -- JSON list of ATT&CK ids
    tactics          TEXT NOT NULL,                     -- JSON list of ATT&CK ids
    host             TEXT,
    user             TEXT,
    summary          TEXT NOT NULL,                     -- one plain sentence
    row              TEXT NOT NULL,                     -- the row of an aggregating rule as a JSON object, else {}
    events           INTEGER NOT NULL,                  -- contributing events; alert_event holds at most 10,000
    run              INTEGER NOT NULL REFERENCES run (id), -- the newest run that produced it
    reproduced       INTEGER NOT NULL DEFAULT 1,        -- 0: a later run of its rule did not produce it again
    status           TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'acknowledged', 'closed')),
    reason           TEXT,                              -- false_positive, benign_positive, true_positive, duplicate, other; only of closed ones
    assignee         TEXT
) STRICT;
CREATE INDEX alert_order ON alert (time, rule_id, id);
CREATE INDEX alert_rule ON alert (rule_id, run);

CREATE TABLE alert_event (
    alert    TEXT NOT NULL REFERENCES alert (id),
    position INTEGER NOT NULL,                          -- counted from 0, in the order of the match
    event    INTEGER NOT NULL,                          -- number of the event in the case
    source   TEXT NOT NULL,                             -- path as given when it was loaded
    entry    TEXT NOT NULL,                             -- entry of an archive, else empty
    record   INTEGER NOT NULL,                          -- EventRecordID, or the 1-based line or element
    document TEXT NOT NULL                              -- the event as JSON
) STRICT;
-- Holds all but the documents, so that listing alerts does not read them.
CREATE UNIQUE INDEX alert_event_reference ON alert_event (alert, position, event, source, entry, record);

CREATE TABLE alert_tag (
    alert TEXT NOT NULL REFERENCES alert (id),
    tag   TEXT NOT NULL,
    PRIMARY KEY (alert, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('case', 'alert', 'rule', 'source')), -- what it is about
    subject TEXT NOT NULL,                              -- id of the alert or rule, number of the source, empty for the case
    time    INTEGER NOT NULL,                           -- wall clock
    author  TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;
CREATE INDEX note_subject ON note (kind, subject);

CREATE TABLE exception_list (
    id   TEXT PRIMARY KEY,                              -- of a rule's own list: the rule's id
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exception_item (
    id         TEXT PRIMARY KEY,
    list       TEXT NOT NULL REFERENCES exception_list (id),
    rule_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    comment    TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,                        -- wall clock
    expires    INTEGER,                                 -- from then on it no longer counts
    enabled    INTEGER NOT NULL,                        -- 0: kept, and does nothing
    hits       INTEGER NOT NULL DEFAULT 0,              -- events that it kept out, over all runs
    last_hit   INTEGER                                  -- event time of the latest of them
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_item_rule ON exception_item (rule_id);

CREATE TABLE exception_entry (
    item        TEXT NOT NULL REFERENCES exception_item (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,                       -- counted from 0; all entries of an item must hold
    field       TEXT NOT NULL,
    operator    TEXT NOT NULL CHECK (operator IN ('is', 'is_one_of', 'exists', 'matches')),
    negated     INTEGER NOT NULL,
    value_list  TEXT NOT NULL,                          -- JSON list
    ignore_case INTEGER NOT NULL,
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY,                       -- counted from 1 without a gap
    time     INTEGER NOT NULL,                          -- wall clock
    actor    TEXT NOT NULL,                             -- the analyst
    action   TEXT NOT NULL,                             -- load, detect, decide, except, report ...
    subject  TEXT NOT NULL,                             -- id of an alert or a rule, a path, or empty
    detail   TEXT NOT NULL,                             -- in words
    hash     TEXT NOT NULL                              -- SHA-256 over the previous line's hash and this line (docs/formats/case-file.md)
) STRICT;
CREATE INDEX journal_subject ON journal (subject);
