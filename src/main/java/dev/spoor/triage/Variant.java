package dev.spoor.triage;

/**
 * Alerts of one rule that look alike: an analyst decides about all of them at once.
 *
 * @param id    first 16 hexadecimal digits of a SHA-256 over the rule's id and the shape's parts, see {@link VariantShape}; empty where it is not known
 * @param shape what they have in common, in one line: {@code services.exe → powershell.exe -enc … · system}
 */
public record Variant(String id, String shape) {
    /** Of alerts whose shape is not known. */
    public static final Variant NONE = new Variant("", "");

    /** Whether it is not known. */
    public boolean isNone() {
        return id.isEmpty();
    }
}
