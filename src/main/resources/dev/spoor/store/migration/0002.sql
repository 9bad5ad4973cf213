-- Ways to look at the alerts, kept under a name.

CREATE TABLE view (
    name       TEXT PRIMARY KEY,                        -- empty: how the window was left (not in the journal)
    conditions TEXT NOT NULL,                           -- JSON list of {"field", "negated", "values"}; all must hold
    grouping   TEXT NOT NULL,                           -- field by which alerts are gathered, else empty
    columns    TEXT NOT NULL,                           -- JSON list of fields, from left to right
    sort       TEXT NOT NULL,                           -- field, empty for the usual order
    descending INTEGER NOT NULL                         -- 1: the greatest first
) STRICT, WITHOUT ROWID;
