package dev.spoor.event;

/** The two views of one record. */
public enum View {
    /** The event as Elastic's pipelines would make it: dotted ECS names; "-" and empty values dropped, fields moved. */
    ECS,
    /**
     * The record under its own names, untouched. For Windows records: {@code System.<name>} ({@code System.EventID},
     * {@code System.Provider_Name}, {@code System.Computer}, {@code System.Execution_ProcessID}, ...), {@code EventData.<name>} (an unnamed Data is
     * {@code EventData.Data}), {@code UserData.<leaf tag>}. For flat documents: the document's own names.
     */
    SOURCE
}
