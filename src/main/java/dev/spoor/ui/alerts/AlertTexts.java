package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * What alerts have for themselves, in lower case, to be searched for words: host, user, sentence and id of thousands of them in one text, which is made when it is first
 * needed. A decision changes none of these. Safe on any thread; not on the window's.
 */
final class AlertTexts {
    private static final int STRETCH = 4_096;
    private final List<Alert> alerts;
    private final AtomicReferenceArray<Block> blocks;

    /** Of alerts as the case lists them. */
    AlertTexts(List<Alert> alerts) {
        this.alerts = alerts;
        blocks = new AtomicReferenceArray<>((alerts.size() + STRETCH - 1) / STRETCH);
    }

    /**
     * The text of a stretch.
     *
     * @param ends the place after each alert's text
     */
    private record Block(String text, int[] ends) {
        static Block of(List<Alert> alerts) {
            Block plain = joined(alerts, false);
            String lower = plain.text().toLowerCase(Locale.ROOT);
            // Few letters are two when they are small ones.
            return lower.length() == plain.text().length() ? new Block(lower, plain.ends()) : joined(alerts, true);
        }

        private static Block joined(List<Alert> alerts, boolean lowered) {
            StringBuilder text = new StringBuilder(alerts.size() * 160);
            int[] ends = new int[alerts.size()];
            for (int i = 0; i < ends.length; i++) {
                Alert alert = alerts.get(i);
                int start = text.length();
                text.append(alert.host().orElse("")).append('\n').append(alert.user().orElse("")).append('\n').append(alert.summary()).append('\n').append(alert.id())
                        .append('\n');
                if (lowered) {
                    String own = text.substring(start).toLowerCase(Locale.ROOT);
                    text.setLength(start);
                    text.append(own);
                }
                ends[i] = text.length();
            }
            return new Block(text.toString(), ends);
        }

        /** Sets the bits of the alerts that have a word. */
        void find(String word, BitSet found) {
            for (int at = text.indexOf(word); at >= 0;) {
                int place = Arrays.binarySearch(ends, at);
                place = place < 0 ? -place - 1 : place + 1;
                found.set(place);
                at = text.indexOf(word, ends[place]);
            }
        }
    }

    private Block block(int number) {
        Block made = blocks.get(number);
        if (made == null) {
            int from = number * STRETCH;
            made = Block.of(alerts.subList(from, Math.min(alerts.size(), from + STRETCH)));
            blocks.set(number, made);
        }
        return made;
    }

    /** Makes all texts. */
    void prepare() {
        IntStream.range(0, blocks.length()).parallel().forEach(this::block);
    }

    /** The places of the alerts that have a word for themselves, but for their tags; the word has no white space and is in lower case. */
    BitSet find(String word) {
        List<BitSet> parts = IntStream.range(0, blocks.length()).parallel().mapToObj(number -> {
            BitSet part = new BitSet(STRETCH);
            block(number).find(word, part);
            return part;
        }).toList();
        long[] all = new long[parts.size() * (STRETCH / Long.SIZE)];
        for (int i = 0; i < parts.size(); i++) {
            long[] bits = parts.get(i).toLongArray();
            System.arraycopy(bits, 0, all, i * (STRETCH / Long.SIZE), bits.length);
        }
        return BitSet.valueOf(all);
    }
}
