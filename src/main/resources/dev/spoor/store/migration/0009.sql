-- What analysts answer to the steps of guides, what is to be asked of hosts, and what they know of hosts, users and rules.

CREATE TABLE guide_answer (
    alert    TEXT NOT NULL,                             -- alert.id; alerts that no run makes again are kept, and so is this
    step     TEXT NOT NULL,                             -- key of the task in the rule's guide
    state    TEXT NOT NULL CHECK (state IN ('open', 'done', 'not_possible', 'finding')),
    note     TEXT NOT NULL,
    evidence TEXT NOT NULL,                             -- JSON: [{"event": 17, "label": "..."}], events of the case
    author   TEXT NOT NULL,
    time     INTEGER NOT NULL,                          -- ticks of the wall clock
    PRIMARY KEY (alert, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE host_query (
    id     TEXT PRIMARY KEY,
    host   TEXT NOT NULL,
    label  TEXT NOT NULL,
    query  TEXT NOT NULL,                               -- osquery SQL with the alert's values
    rule   TEXT NOT NULL,                               -- rule_id that asks for it
    alert  TEXT NOT NULL,                               -- alert.id for which it was noted
    author TEXT NOT NULL,
    time   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE critical_asset (
    kind   TEXT NOT NULL CHECK (kind IN ('host', 'user')),
    name   TEXT NOT NULL,                               -- as written; compared without regard to case
    note   TEXT NOT NULL,
    author TEXT NOT NULL,
    time   INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_type (
    rule   TEXT PRIMARY KEY,                            -- rule_id
    type   TEXT NOT NULL CHECK (type IN ('anomaly', 'ttp')),
    author TEXT NOT NULL,
    time   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
