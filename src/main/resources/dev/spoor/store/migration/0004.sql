-- Alerts that stand for others.

ALTER TABLE alert ADD COLUMN suppressed INTEGER NOT NULL DEFAULT 0; -- how many alerts beside itself it stands for, because its rule suppresses them
