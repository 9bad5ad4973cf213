/**
 * Decides by its content what a file is and opens it ({@link dev.spoor.ingest.open.LogFiles}), and walks folders
 * ({@link dev.spoor.ingest.open.LogFolder}). Unpacks entries of containers ({@link dev.spoor.ingest.open.EntryFiles}, {@link dev.spoor.ingest.open.EntryFinder}). The only place that knows every format. May import {@code ingest} and all formats below it.
 */
package dev.spoor.ingest.open;
