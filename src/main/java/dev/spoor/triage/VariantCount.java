package dev.spoor.triage;

/**
 * How far the decisions are.
 *
 * @param variants how many variants the alerts are of
 * @param decided  of how many of them all alerts are closed; a new open alert makes its variant undecided again
 */
public record VariantCount(long variants, long decided) {
    /** Of a case without alerts. */
    public static final VariantCount NONE = new VariantCount(0, 0);
}
