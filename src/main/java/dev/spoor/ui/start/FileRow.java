package dev.spoor.ui.start;

/**
 * A file of a load as it is now.
 *
 * @param name     as the user gave it
 * @param size     bytes, -1 if nobody knows
 * @param format   empty until it is known
 * @param done     share of the work done, 0 to 1
 * @param records  read so far
 * @param damaged  places that could not be read
 * @param nanos    since it was begun, until it was done
 * @param remark   a problem, or why it was refused; empty for none
 */
record FileRow(String name, long size, String format, State state, double done, long records, long damaged, long nanos, String remark) {
    /** What is being done with it, or became of it. */
    enum State {
        WAITING, HASHING, READING, DONE, REFUSED, DUPLICATE, LEFT;

        boolean over() {
            return this == DONE || this == REFUSED || this == DUPLICATE || this == LEFT;
        }
    }

    static FileRow waiting(String name, long size) {
        return new FileRow(name, size, "", State.WAITING, 0, 0, 0, 0, "");
    }

    /** Records in a second; 0 while nobody can tell. */
    long rate() {
        return nanos < 50_000_000L ? 0 : (long) (records * 1e9 / nanos);
    }

    FileRow hashing(double share) {
        return new FileRow(name, size, format, State.HASHING, share, records, damaged, nanos, remark);
    }

    FileRow reading(String kind, double share, long read, long since) {
        return new FileRow(name, size, kind, State.READING, share, read, damaged, since, remark);
    }

    FileRow problem(String problem) {
        return new FileRow(name, size, format, state, done, records, damaged + 1, nanos, remark.isEmpty() ? problem : remark);
    }

    FileRow over(State end, String kind, long read, long bad, long took, String why) {
        return new FileRow(name, size, kind, end, 1, read, bad, took, why.isEmpty() ? remark : why);
    }
}
