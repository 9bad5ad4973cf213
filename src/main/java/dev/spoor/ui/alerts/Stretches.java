package dev.spoor.ui.alerts;

import java.util.List;
import java.util.stream.IntStream;

/** Work on very many alerts, shared among threads: each looks at a stretch of them at a time. */
final class Stretches {
    private static final int SIZE = 32_768;

    private Stretches() {}

    /** Work on the alerts from a place to before another. */
    interface Work<T> {
        T of(int from, int to);
    }

    /** What becomes of each stretch, in order; at least one, which may be empty. */
    static <T> List<T> of(int size, Work<T> work) {
        return IntStream.range(0, size / SIZE + 1).parallel().mapToObj(stretch -> work.of(stretch * SIZE, Math.min(size, (stretch + 1) * SIZE))).toList();
    }
}
