-- Alerts of one rule that look alike are a variant, about which one decides once. Those of older cases are worked out in this step (dev.spoor.store.Variants).

CREATE TABLE variant (
    id      TEXT PRIMARY KEY,                           -- hash of the rule's id and the shape's parts (dev.spoor.triage.VariantShape)
    rule_id TEXT NOT NULL,
    shape   TEXT NOT NULL                               -- what its alerts have in common, in one line
) STRICT, WITHOUT ROWID;

ALTER TABLE alert ADD COLUMN variant TEXT NOT NULL DEFAULT ''; -- variant.id; empty: not known, the alert is a variant of its own
ALTER TABLE alert ADD COLUMN places TEXT NOT NULL DEFAULT '[]'; -- of each file the alert's last event there: [[event, record, entry, path], ...]; at most ten
-- Counts what is decided without reading the alerts.
CREATE INDEX alert_variant ON alert (variant, status, id);
