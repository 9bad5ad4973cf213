package dev.spoor.normalize;

import java.util.HashMap;
import java.util.Map;

/** What a step made of the texts that it met lately. Security logs repeat themselves, so most texts were met before. Not thread-safe. */
final class StepMemory {
    private static final int MOST = 4_096;
    private static final int MOST_CHARACTERS = 2_000_000;
    private final Map<String, Recording> made = new HashMap<>();
    private int characters;
    private String lastText;
    private Recording last;

    /** What was made of a text, or null. */
    @SuppressWarnings("StringEquality") // the same object is known without a look at its characters
    Recording of(String text) {
        if (text != lastText) {
            last = made.get(text);
            lastText = text;
        }
        return last;
    }

    void keep(String text, Recording recording) {
        if (made.size() == MOST || characters > MOST_CHARACTERS) {
            made.clear();
            characters = 0;
        }
        made.put(text, recording);
        characters += text.length();
        lastText = text;
        last = recording;
    }
}
