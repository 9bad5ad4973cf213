package dev.spoor.workbench;

/**
 * How far the guides of some alerts were followed.
 *
 * @param alerts how many of the alerts have steps that nobody has answered
 * @param open   how many steps nobody has answered, over all these alerts
 * @param steps  how many there are
 */
public record OpenSteps(long alerts, long open, long steps) {
    /** Nothing is open. */
    public static final OpenSteps NONE = new OpenSteps(0, 0, 0);
}
