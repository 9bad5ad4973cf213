package dev.spoor.segment;

/**
 * Which slots of a column (an event that holds something has one) are lists, and how many values each has. Immutable.
 *
 * @param starts where each slot's codes begin, and where the last ends; {@code null} where every slot has one code and is no list
 * @param lists  the slots that are lists; {@code null} where {@code starts} is
 */
record ListShapes(int[] starts, Bitmap lists) {
    /** No lists at all. */
    static final ListShapes SINGLE = new ListShapes(null, null);

    int start(int slot) {
        return starts == null ? slot : starts[slot];
    }

    int count(int slot) {
        return starts == null ? 1 : starts[slot + 1] - starts[slot];
    }

    boolean list(int slot) {
        return lists != null && lists.get(slot);
    }
}
