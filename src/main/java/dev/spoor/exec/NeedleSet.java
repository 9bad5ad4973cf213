package dev.spoor.exec;

import dev.spoor.event.Value.Kind;
import dev.spoor.exec.LiteralTest.Form;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches many literals in one pass over the texts of a dictionary. Each literal is represented by its rarest four bytes, lower-cased; at every place of the text
 * the last four bytes are looked up in a bit table, and only where they are somebody's the literal is compared (a filter and
 * verification in the manner of Wu and Manber). Immutable; thread-safe.
 */
final class NeedleSet {
    private static final int GRAM = 4;
    private static final int SPREAD = 0x9E37_79B1;
    private static final int FILTER_BITS = 18;
    private static final byte[] LOWER = lower();
    private final LiteralTest[] tests;
    private final Map<LiteralTest, Integer> places = new IdentityHashMap<>();
    private final long[] filter = new long[1 << FILTER_BITS - 6];
    /** By the place of the test: its four bytes, where they end in the needle, and the next test of the same slot. */
    private final int[] grams;
    private final int[] ends;
    private final int[] following;
    private final int[] firsts;
    private final int slotShift;

    NeedleSet(List<LiteralTest> all) {
        tests = all.toArray(new LiteralTest[0]);
        grams = new int[tests.length];
        ends = new int[tests.length];
        following = new int[tests.length];
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(tests.length));
        slotShift = 32 - bits;
        firsts = new int[1 << bits];
        Arrays.fill(firsts, -1);
        for (int i = 0; i < tests.length; i++) {
            places.put(tests[i], i);
            enter(i, tests[i].needle().bytes());
        }
    }

    /** Whether a test can be searched for with others. */
    static boolean takes(LiteralTest test) {
        return (test.form() == Form.CONTAINS || test.form() == Form.HINT) && test.needle().length() >= GRAM;
    }

    int size() {
        return tests.length;
    }

    /** Searches the texts of a dictionary. */
    Hits search(Dictionary dictionary) {
        Hits hits = new Hits(dictionary);
        byte[] bytes = dictionary.arena();
        int gram = 0;
        for (int i = 0; i < bytes.length; i++) {
            gram = gram << 8 | LOWER[bytes[i] & 0xFF] & 0xFF;
            int hash = gram * SPREAD;
            int bit = hash >>> 32 - FILTER_BITS;
            if ((filter[bit >> 6] & 1L << bit) != 0) {
                verify(hits, gram, hash, i);
            }
        }
        return hits;
    }

    private void verify(Hits hits, int gram, int hash, int end) {
        for (int place = firsts[hash >>> slotShift]; place >= 0; place = following[place]) {
            if (grams[place] == gram) {
                hits.compare(place, end - ends[place]);
            }
        }
    }

    private void enter(int place, byte[] needle) {
        int best = GRAM - 1;
        for (int end = GRAM; end < needle.length; end++) {
            if (rarity(needle, end) > rarity(needle, best)) {
                best = end;
            }
        }
        int gram = 0;
        for (int i = best - GRAM + 1; i <= best; i++) {
            gram = gram << 8 | LOWER[needle[i] & 0xFF] & 0xFF;
        }
        int hash = gram * SPREAD;
        int bit = hash >>> 32 - FILTER_BITS;
        filter[bit >> 6] |= 1L << bit;
        grams[place] = gram;
        ends[place] = best;
        following[place] = firsts[hash >>> slotShift];
        firsts[hash >>> slotShift] = place;
    }

    private static int rarity(byte[] needle, int end) {
        int sum = 0;
        for (int i = end - GRAM + 1; i <= end; i++) {
            sum += Needle.rarity(needle[i]);
        }
        return sum;
    }

    private static byte[] lower() {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
        return table;
    }

    /** What a search found. Not thread-safe. */
    final class Hits {
        private final Dictionary dictionary;
        private final Bitmap[] passing = new Bitmap[tests.length];
        /** The code that each test was last asked about, so that a text is not tried twice. */
        private final int[] asked = new int[tests.length];
        private final boolean[] complete = new boolean[tests.length];
        private final Bitmap none;
        private int code;

        private Hits(Dictionary dictionary) {
            this.dictionary = dictionary;
            this.none = new Bitmap(dictionary.size());
            Arrays.fill(asked, -1);
        }

        /** Whether the search was for this test too. */
        boolean knows(LiteralTest test) {
            return places.containsKey(test);
        }

        /** The codes that pass a test that the search knows. Must not be changed. */
        Bitmap passing(LiteralTest test) {
            int place = places.get(test);
            if (!complete[place]) {
                complete[place] = true;
                Bitmap found = passing[place] == null ? new Bitmap(dictionary.size()) : passing[place];
                test.askDoubtful(dictionary, found);
                passing[place] = found.isEmpty() ? none : found;
            }
            return passing[place];
        }

        private void compare(int place, int begin) {
            Needle needle = tests[place].needle();
            int end = begin + needle.length();
            if (begin < 0 || end > dictionary.textBytes()) {
                return;
            }
            while (dictionary.start(code) > begin) {
                code--;
            }
            code = dictionary.codeAt(begin, code);
            boolean open = asked[place] != code && end <= dictionary.start(code + 1) && dictionary.kind(code) != Kind.JSON;
            if (open && needle.at(dictionary.arena(), begin)) {
                asked[place] = code;
                if (tests[place].confirms(dictionary.value(code))) {
                    if (passing[place] == null) {
                        passing[place] = new Bitmap(dictionary.size());
                    }
                    passing[place].set(code);
                }
            }
        }
    }
}
