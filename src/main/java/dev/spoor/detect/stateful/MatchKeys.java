package dev.spoor.detect.stateful;

/** Keys that tell matches over the same events apart. Lengths make the borders between parts count. */
final class MatchKeys {
    private MatchKeys() {}

    /** One part of a key. */
    static String part(String name, String value) {
        return name.length() + ":" + name + "=" + value.length() + ":" + value + ";";
    }
}
