package dev.spoor.workbench;

import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.EntityRisk;
import java.util.List;

/** Hosts and users of an open case, by risk, and what the analyst knows of them. Safe to call from several threads. */
public interface Entities {
    /** All hosts and users that alerts are about, the highest risk first. */
    List<EntityRisk> risks() throws WorkbenchException;

    /** The critical assets, hosts first, by name. */
    List<CriticalAsset> critical() throws WorkbenchException;

    /** Calls a host or user critical, in the analyst's name: its alerts count one severity higher from now on. */
    void mark(CriticalAsset asset) throws WorkbenchException;

    /** Takes it back. */
    void unmark(CriticalAsset.Kind kind, String name) throws WorkbenchException;

    /** Gives a rule the type {@code anomaly} or {@code ttp}; an empty one: its own counts again. */
    void ruleType(String ruleId, String type) throws WorkbenchException;
}
