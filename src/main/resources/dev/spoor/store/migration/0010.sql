-- Exceptions on nested objects, networks, one step of a sequence or its key; lists of exceptions that rules share.

ALTER TABLE exception_list ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE exception_list ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;      -- 1: made by an analyst, attached to the rules of exception_list_rule
ALTER TABLE exception_list ADD COLUMN created_by TEXT NOT NULL DEFAULT '';    -- of a shared list
ALTER TABLE exception_list ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;  -- of a shared list; wall clock

CREATE TABLE exception_list_rule (
    list    TEXT NOT NULL REFERENCES exception_list (id) ON DELETE CASCADE,
    rule_id TEXT NOT NULL,                              -- need not be a rule of the case
    PRIMARY KEY (list, rule_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exception_item_new (
    id          TEXT PRIMARY KEY,
    list        TEXT NOT NULL REFERENCES exception_list (id),
    rule_id     TEXT NOT NULL,
    name        TEXT NOT NULL,
    comment     TEXT NOT NULL,
    created_by  TEXT NOT NULL,
    created_at  INTEGER NOT NULL,                       -- wall clock
    expires     INTEGER,                                -- from then on it no longer counts
    enabled     INTEGER NOT NULL,                       -- 0: kept, and does nothing
    hits        INTEGER NOT NULL DEFAULT 0,             -- events that it kept out, over all runs
    last_hit    INTEGER,                                -- event time of the latest of them
    scope       TEXT NOT NULL DEFAULT 'rule' CHECK (scope IN ('rule', 'rules', 'tag', 'technique', 'all', 'list')),
    scope_names TEXT NOT NULL DEFAULT '[]',             -- JSON list: ids of rules, tags, techniques or the id of the shared list
    part        TEXT NOT NULL DEFAULT 'whole'           -- whole; step:N: events of one step of a sequence; key: sequences with such a join key
) STRICT, WITHOUT ROWID;
INSERT INTO exception_item_new SELECT id, list, rule_id, name, comment, created_by, created_at, expires, enabled, hits, last_hit, scope, scope_names, 'whole' FROM exception_item;

CREATE TABLE exception_entry_new (
    item        TEXT NOT NULL REFERENCES exception_item_new (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,                       -- counted from 0; all entries of an item must hold
    parent      INTEGER,                                -- position of the nested entry that it belongs to; NULL: of the item itself
    field       TEXT NOT NULL,
    operator    TEXT NOT NULL CHECK (operator IN ('is', 'is_one_of', 'exists', 'matches', 'is_in_list', 'in_network', 'nested')),
    negated     INTEGER NOT NULL,
    value_list  TEXT NOT NULL,                          -- JSON list; empty for is_in_list and nested
    ignore_case INTEGER NOT NULL,
    list        TEXT REFERENCES value_list (id),        -- is_in_list: whose values
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;
INSERT INTO exception_entry_new SELECT item, position, NULL, field, operator, negated, value_list, ignore_case, list FROM exception_entry;
DROP TABLE exception_entry;
DROP TABLE exception_item;
ALTER TABLE exception_item_new RENAME TO exception_item;
ALTER TABLE exception_entry_new RENAME TO exception_entry;
CREATE INDEX exception_item_rule ON exception_item (rule_id);
CREATE INDEX exception_entry_list ON exception_entry (list) WHERE list IS NOT NULL;
