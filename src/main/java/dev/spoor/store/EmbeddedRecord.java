package dev.spoor.store;

/**
 * A record as its evidence has it.
 *
 * @param bytes what it can be read again from: the record itself (texts as UTF-8), or the part of the file that it stands in and needs; never changed. Records of one
 *              part share the array
 * @param place distance of the record from the beginning of {@code bytes}
 */
public record EmbeddedRecord(byte[] bytes, int place) {}
