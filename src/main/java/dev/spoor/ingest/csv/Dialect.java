package dev.spoor.ingest.csv;

/**
 * How a table is written.
 *
 * @param delimiter between cells
 * @param carriage  whether lines end with a carriage return alone
 * @param named     whether the first row holds the names of the columns
 * @param extra     how many cells more than names every row has (the Event Viewer names all columns but the last)
 */
record Dialect(char delimiter, boolean carriage, boolean named, int extra) {}
