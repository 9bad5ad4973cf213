/**
 * The case file: one SQLite database that holds the whole investigation. Entry point: {@link dev.spoor.store.CaseFile}, which hands out a store per
 * subject ({@link dev.spoor.store.SourceStore}, {@link dev.spoor.store.SegmentStore}, {@link dev.spoor.store.AlertStore}, ...). The tables are described
 * in {@code docs/formats/case-file.md} and in the numbered files under {@code resources/dev/spoor/store/migration}.
 *
 * <p>One connection writes, guarded by a lock; readers borrow connections of their own. Every failure of the disk or the database leaves as a
 * {@link dev.spoor.store.StoreException} in plain words, and leaves the case as it was before the call.
 *
 * <p>May import {@code event}, {@code ecs}, {@code segment}, {@code rule}, {@code rule.exceptions}, {@code triage}.
 */
package dev.spoor.store;
