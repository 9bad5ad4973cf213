package dev.spoor.segment;

import dev.spoor.event.EventBatch;
import dev.spoor.event.Values;
import java.util.Arrays;

/**
 * Which fields hold the same objects as another one in all events of the segment so far, as those do that a mapping copies: nothing is gathered for them. Which fields may
 * do so is what the segment before showed. Not thread-safe.
 */
final class Followers {
    private static final int NOBODY = -1;
    /** By field, the one that it followed, or could have followed, in the segment before. */
    private int[] known = new int[0];
    /** By field, the one that it follows in this segment. */
    private int[] leaders = new int[0];
    /** By field, how many follow it. */
    private int[] counts = new int[0];
    private int[] following = new int[64];
    private int size;

    /** How many fields follow a field. */
    int count(int field) {
        return field < counts.length ? counts[field] : 0;
    }

    /** The field that a field follows, or -1. */
    int leader(int field) {
        return field < leaders.length ? leaders[field] : NOBODY;
    }

    /** How many fields follow others. */
    int size() {
        return size;
    }

    /** One of the fields that follow others. */
    int field(int place) {
        return following[place];
    }

    /** The field that a field followed before, or could have followed; -1 for none. */
    int candidate(int field) {
        return field < known.length ? known[field] : NOBODY;
    }

    /** Lets a field follow its candidate from now on, if both begin with the same objects in some events. */
    void follow(EventBatch batch, int field, int from, int to) {
        int leader = candidate(field);
        // A leader follows nobody.
        boolean possible = leader != NOBODY && leader(leader) == NOBODY && count(field) == 0;
        if (!possible || !same(batch.column(field), batch.column(leader), from, to)) {
            return;
        }
        reserve(Math.max(field, leader) + 1);
        leaders[field] = leader;
        counts[leader]++;
        if (size == following.length) {
            following = Arrays.copyOf(following, size * 2);
        }
        following[size++] = field;
    }

    /** Whether the field at a place goes on as the one that it follows. */
    boolean goesOn(EventBatch batch, int place, int from, int to) {
        int field = following[place];
        return same(batch.column(field), batch.column(leaders[field]), from, to);
    }

    /** The field at a place follows no more; another one takes its place. */
    void leave(int place) {
        int field = following[place];
        counts[leaders[field]]--;
        leaders[field] = NOBODY;
        following[place] = following[--size];
    }

    /** Begins a new segment, in which no field follows another one yet. */
    void clear() {
        size = 0;
        Arrays.fill(leaders, NOBODY);
        Arrays.fill(counts, 0);
    }

    /**
     * Says which field held the same as a field.
     *
     * @param leader null if none did
     */
    void know(int field, Integer leader) {
        int length = known.length;
        if (field >= length) {
            known = Arrays.copyOf(known, Math.max(field + 1, length * 2));
            Arrays.fill(known, length, known.length, NOBODY);
        }
        known[field] = leader == null ? NOBODY : leader;
    }

    private void reserve(int fields) {
        int length = leaders.length;
        if (fields > length) {
            leaders = Arrays.copyOf(leaders, fields + 64);
            Arrays.fill(leaders, length, leaders.length, NOBODY);
            counts = Arrays.copyOf(counts, leaders.length);
        }
    }

    /** By identity: equal texts that are different objects are told by the codes of their columns. */
    private static boolean same(Values[] one, Values[] other, int from, int to) {
        if (one == null || other == null) {
            return empty(one, from, to) && empty(other, from, to);
        }
        for (int i = from; i < to; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean empty(Values[] values, int from, int to) {
        for (int i = from; values != null && i < to; i++) {
            if (values[i] != null) {
                return false;
            }
        }
        return true;
    }
}
