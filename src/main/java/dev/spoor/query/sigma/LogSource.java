package dev.spoor.query.sigma;

/** The log that a rule is about, as stated; empty texts for what it does not say. */
record LogSource(String category, String product, String service) {
    static final LogSource NONE = new LogSource("", "", "");

    /** For messages. */
    String words() {
        StringBuilder words = new StringBuilder();
        add(words, "category", category);
        add(words, "product", product);
        add(words, "service", service);
        return words.toString();
    }

    private static void add(StringBuilder words, String key, String value) {
        if (!value.isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ").append(key).append(' ').append(value);
        }
    }
}
