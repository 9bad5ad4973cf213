-- Value lists that exceptions name, and exceptions of more than one rule.

CREATE TABLE value_list (
    id         TEXT PRIMARY KEY,                        -- its name
    type       TEXT NOT NULL CHECK (type IN ('keyword', 'ip', 'ip_range', 'text')),
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL                         -- wall clock
) STRICT, WITHOUT ROWID;

CREATE TABLE value_list_value (
    list     TEXT NOT NULL REFERENCES value_list (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,                          -- counted from 0
    value    TEXT NOT NULL,
    PRIMARY KEY (list, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE exception_item ADD COLUMN scope TEXT NOT NULL DEFAULT 'rule' CHECK (scope IN ('rule', 'rules', 'tag', 'technique', 'all'));
ALTER TABLE exception_item ADD COLUMN scope_names TEXT NOT NULL DEFAULT '[]'; -- JSON list: ids of rules, tags or techniques

CREATE TABLE exception_entry_new (
    item        TEXT NOT NULL REFERENCES exception_item (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,                       -- counted from 0; all entries of an item must hold
    field       TEXT NOT NULL,
    operator    TEXT NOT NULL CHECK (operator IN ('is', 'is_one_of', 'exists', 'matches', 'is_in_list')),
    negated     INTEGER NOT NULL,
    value_list  TEXT NOT NULL,                          -- JSON list; empty for is_in_list
    ignore_case INTEGER NOT NULL,
    list        TEXT REFERENCES value_list (id),        -- is_in_list: whose values
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;
INSERT INTO exception_entry_new SELECT item, position, field, operator, negated, value_list, ignore_case, NULL FROM exception_entry;
DROP TABLE exception_entry;
ALTER TABLE exception_entry_new RENAME TO exception_entry;
CREATE INDEX exception_entry_list ON exception_entry (list) WHERE list IS NOT NULL;
