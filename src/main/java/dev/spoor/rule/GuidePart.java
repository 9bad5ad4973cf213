package dev.spoor.rule;

import java.util.List;

/** A part of a rule's guide, in its order: something to read, or something to do. */
public sealed interface GuidePart {
    /**
     * Something to read.
     *
     * @param title    the heading of the section that begins here, empty inside a section
     * @param markdown CommonMark; may be empty
     */
    record Prose(String title, String markdown) implements GuidePart {}

    /**
     * Something to do.
     *
     * @param key   16 hex digits of a hash of its words: the same as long as the guide says the same
     * @param text  CommonMark of the item, without its list marker and without its machine steps
     * @param steps what a machine can do for it
     */
    record Task(String key, Kind kind, String text, List<GuideStep> steps) implements GuidePart {
        public Task {
            steps = List.copyOf(steps);
        }
    }

    /** What a task is for. */
    enum Kind {
        /** To be answered before an alert is decided. */
        INVESTIGATION,
        /** To be done once it is decided. */
        RESPONSE,
        /** A search or a query that the rule brings along without words about it. */
        SEARCH
    }
}
