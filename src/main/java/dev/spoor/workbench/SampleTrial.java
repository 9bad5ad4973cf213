package dev.spoor.workbench;

import dev.spoor.triage.Alert;
import java.util.List;

/**
 * What exceptions would hide in logs of known attacks.
 *
 * @param events  how many events were read
 * @param alerts  how many alerts the rules give on them without the exceptions
 * @param hidden  those that they do not give with the exceptions
 * @param refused files that could not be read, and why
 */
public record SampleTrial(long events, int alerts, List<Alert> hidden, List<String> refused) {
    public SampleTrial {
        hidden = List.copyOf(hidden);
        refused = List.copyOf(refused);
    }
}
