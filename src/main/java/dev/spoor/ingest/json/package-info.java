/**
 * Reads JSON documents: one a line (NDJSON), the elements of an array, or documents one after the other, pretty-printed or not. Entry points:
 * {@link dev.spoor.ingest.json.JsonFormat} and {@link dev.spoor.ingest.json.JsonReader}. May import {@code ingest} and {@code event}.
 *
 * <pre>
 * file      = [byte order mark] (lines | array | documents | rows)
 * lines     = { [object] line-end }              record number = line, blank lines counted
 * array     = "[" [object { "," object }] "]"    record number = element, from 1
 * documents = { [ "Record" number line-end ] object }   record number = document, from 1
 * rows      = { document with a list of objects }       record number = element over all lists, from 1
 * </pre>
 * Lists within documents are found by {@link dev.spoor.ingest.json.RowsScan}; envelopes of single documents are taken off by {@link dev.spoor.ingest.json.Envelope}.
 * A {@link dev.spoor.ingest.json.Framer} finds where each record begins and ends without understanding it, so that a broken record costs that
 * record only; {@link dev.spoor.ingest.json.DocumentParser} turns its bytes into paths and values as {@link dev.spoor.event} describes.
 * UTF-16 files (with byte order mark) are read as their UTF-8 form, and offsets count the bytes of that form.
 */
package dev.spoor.ingest.json;
