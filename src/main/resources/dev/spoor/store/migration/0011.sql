-- Severities that analysts gave to alerts, or to all alerts of a variant, in the place of the rule's.

CREATE TABLE given_severity (
    scope    TEXT NOT NULL CHECK (scope IN ('alert', 'variant')),
    subject  TEXT NOT NULL,                             -- alert.id or variant.id; alerts that no run makes again are kept, and so is this
    severity TEXT NOT NULL CHECK (severity IN ('informational', 'low', 'medium', 'high', 'critical')),
    reason   TEXT NOT NULL,
    author   TEXT NOT NULL,
    time     INTEGER NOT NULL,                          -- ticks of the wall clock
    PRIMARY KEY (scope, subject)
) STRICT, WITHOUT ROWID;
