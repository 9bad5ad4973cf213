package dev.spoor.segment;

import java.util.Arrays;

/** Cuts the texts of a dictionary into lines and finds the distinct ones. Used once; not thread-safe. */
final class LineCutter {
    private final byte[] arena;
    private final Dictionary texts;
    private final int most;
    private final int[] starts;
    private int[] places;
    /** The distinct lines: where they begin and end in the arena, their hashes, and a table of them by hash (their number plus one). */
    private int[] froms = new int[1 << 10];
    private int[] ends = new int[1 << 10];
    private long[] hashes = new long[1 << 10];
    private int[] slots = new int[1 << 12];
    private int count;
    private int bytes;

    /** @param most so many lines are too many */
    LineCutter(Dictionary texts, int most) {
        this.texts = texts;
        this.most = most;
        this.arena = texts.arena();
        this.starts = new int[texts.size() + 1];
        this.places = new int[Math.max(16, texts.size() * 8)];
    }

    /** Whether it is worth it: the lines are not too many, and the distinct ones have at most three quarters of all bytes. */
    boolean cut() {
        int limit = texts.textBytes() / 4 * 3;
        int size = 0;
        for (int code = 0; code < texts.size(); code++) {
            int to = texts.start(code + 1);
            int end;
            for (int begin = texts.start(code); begin < to; begin = end) {
                end = GramFilter.lineEnd(arena, begin, to);
                if (size == most || bytes > limit) {
                    return false;
                }
                if (size == places.length) {
                    places = Arrays.copyOf(places, size * 2);
                }
                places[size++] = number(begin, end);
            }
            starts[code + 1] = size;
        }
        return bytes <= limit;
    }

    private int number(int begin, int end) {
        long hash = GramFilter.hash(arena, begin, end);
        int slot = (int) (hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            int line = slots[slot] - 1;
            if (hashes[line] == hash && Arrays.equals(arena, froms[line], ends[line], arena, begin, end)) {
                return line;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = count + 1;
        add(begin, end, hash);
        return count - 1;
    }

    private void add(int begin, int end, long hash) {
        if (count == froms.length) {
            froms = Arrays.copyOf(froms, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        froms[count] = begin;
        ends[count] = end;
        hashes[count++] = hash;
        bytes += end - begin;
        if (count * 2 > slots.length) {
            slots = new int[slots.length * 4];
            for (int line = 0; line < count; line++) {
                int slot = (int) (hashes[line] >>> 32) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = line + 1;
            }
        }
    }

    Dictionary lines() {
        byte[] distinct = new byte[bytes];
        int[] begins = new int[count + 1];
        for (int line = 0; line < count; line++) {
            System.arraycopy(arena, froms[line], distinct, begins[line], ends[line] - froms[line]);
            begins[line + 1] = begins[line] + ends[line] - froms[line];
        }
        return Lines.strings(distinct, begins);
    }

    int[] firsts() {
        return starts;
    }

    Lines.Composition composition() {
        return new Lines.Composition(firsts(), Arrays.copyOf(places, starts[starts.length - 1]));
    }
}
