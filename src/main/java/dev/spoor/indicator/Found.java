package dev.spoor.indicator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Where the indicators of one file go, and what is left out of it. */
final class Found {
    private final Consumer<ObjectNode> taker;
    private final int room;
    private final Map<String, Long> left = new TreeMap<>();
    private int count;

    /** @param room how many indicators may be taken */
    Found(Consumer<ObjectNode> taker, int room) {
        this.taker = taker;
        this.room = room;
    }

    void add(ObjectNode document) {
        if (count < room) {
            taker.accept(document);
            count++;
        } else {
            leftOut("indicators beyond the limit");
        }
    }

    /** @param what things of the file, in words that follow a number */
    void leftOut(String what) {
        left.merge(what, 1L, Long::sum);
    }

    int count() {
        return count;
    }

    /** What was left out, in sentences. */
    List<String> problems(String file) {
        List<String> problems = new ArrayList<>();
        left.forEach((what, times) -> problems.add(file + ": left out " + times + " " + what));
        if (count == 0) {
            problems.add(file + ": no indicator found");
        }
        return problems;
    }
}
