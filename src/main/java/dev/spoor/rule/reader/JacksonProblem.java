package dev.spoor.rule.reader;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** A syntax error that Jackson found, in words for people and with its place. */
public final class JacksonProblem {
    private JacksonProblem() {}

    /**
     * The error of a format.
     *
     * @param format how the format is called ({@code TOML})
     * @param above  lines of the file before the text that was read
     */
    public static MalformedRuleException of(String format, JsonProcessingException e, int above) {
        JsonLocation place = e.getLocation();
        boolean known = place != null && place.getLineNr() > 0;
        String sentence = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        int marker = sentence.indexOf(" (start marker at [Source");
        sentence = marker < 0 ? sentence : sentence.substring(0, marker);
        int programming = sentence.indexOf(", from `");
        String message = format + ": " + (programming < 0 ? sentence : sentence.substring(0, programming) + ")");
        return new MalformedRuleException(message, known ? place.getLineNr() + above : above, known ? Math.max(1, place.getColumnNr()) : 0);
    }
}
