package dev.spoor.coverage;

/**
 * The record numbers of one log of one computer.
 *
 * @param host    the computer, empty where the events do not name it
 * @param log     the log (channel), empty where the events do not name it
 * @param first   the least record number
 * @param last    the greatest
 * @param present how many different numbers are there; -1 where they are too scattered to count
 * @param gaps    how many holes there are; -1 where they are too scattered to count
 */
public record LogNumbers(String host, String log, long first, long last, long present, long gaps) {
    /** How many numbers between the first and the last are missing; -1 where it is not known. */
    public long missing() {
        return present < 0 ? -1 : last - first + 1 - present;
    }
}
