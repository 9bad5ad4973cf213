package dev.spoor.detect.stateful;

/**
 * How much one rule may remember. A rule that needs more gives no alert at all, and says so: half of its events would give wrong ones.
 *
 * @param entries     events, each once for each of its combinations of values
 * @param indicators  indicators
 * @param enrichments indicators that one alert tells of; it counts the others
 */
public record RememberLimits(int entries, int indicators, int enrichments) {
    /** Eight million entries take some 250 MB. Elastic tells of 200 indicators in an alert. */
    public static final RememberLimits STANDARD = new RememberLimits(8_000_000, 2_000_000, 200);
}
