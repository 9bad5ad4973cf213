package dev.spoor.workbench;

import java.util.List;

/**
 * What the events of the case say around an alert's last event.
 *
 * @param before      events of the same host before it, the nearest ones, by time
 * @param after       those after it
 * @param beforeCount how many there are within the window, also beyond those told
 * @param afterCount  the same for those after it
 * @param processes   the process with its ancestors, siblings and children, from the outside to the inside; empty where the event names none
 * @param ofProcess   numbers of events of the same process, at most 1,000
 * @param prevalence  how often values of the alert occur
 * @param hosts       how many hosts the case has events of
 */
public record Related(List<Neighbour> before, List<Neighbour> after, long beforeCount, long afterCount, List<ProcessLine> processes, List<Long> ofProcess,
        List<Prevalence> prevalence, int hosts) {
    /** Nothing. */
    public static final Related NONE = new Related(List.of(), List.of(), 0, 0, List.of(), List.of(), List.of(), 0);

    /**
     * An event near by.
     *
     * @param event number in the case
     * @param what  its action or code
     * @param about process, file, address or the like; may be empty
     */
    public record Neighbour(long event, long time, String what, String user, String about) {}

    /**
     * A process that was started.
     *
     * @param event number of the event that tells of the start, -1 where only a child tells of the process
     * @param time  ticks of the start, {@code Time.NONE} where it is not known
     * @param depth under how many ancestors it stands
     * @param own   whether it is the process of the alert
     */
    public record ProcessLine(long event, long time, int depth, String image, String commandLine, String pid, boolean own) {}

    /**
     * How often a value occurs in the case.
     *
     * @param events how many events have it
     * @param hosts  on how many hosts
     */
    public record Prevalence(String field, String value, long events, int hosts) {}

    public Related {
        before = List.copyOf(before);
        after = List.copyOf(after);
        processes = List.copyOf(processes);
        ofProcess = List.copyOf(ofProcess);
        prevalence = List.copyOf(prevalence);
    }
}
