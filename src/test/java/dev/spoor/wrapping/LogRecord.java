package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A record of records.json, with what its members mean. */
record LogRecord(JsonNode json) {
    String text(String member) {
        return json.path(member).asText("");
    }

    long number(String member) {
        return json.path(member).asLong();
    }

    /** Name and value of each piece of event data; an unnamed one has an empty name. */
    void data(BiConsumer<String, String> each) {
        json.path("data").forEach(pair -> each.accept(pair.get(0).asText(""), pair.get(1).asText()));
    }

    boolean hasUserData() {
        return json.has("user_data");
    }

    String userTag() {
        return json.path("user_data").path(0).asText("");
    }

    void userData(BiConsumer<String, String> each) {
        json.path("user_data").path(1).forEach(pair -> each.accept(pair.get(0).asText(), pair.get(1).asText()));
    }

    /** Words that Windows shows for the keywords. */
    List<String> keywordTexts() {
        List<String> texts = new ArrayList<>();
        json.path("keyword_texts").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The time with so many digits behind the second. */
    String time(int digits) {
        String time = text("time");
        return time.substring(0, 20 + digits) + "Z";
    }

    String iso(int digits) {
        return time(digits);
    }
}
