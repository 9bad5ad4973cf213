package dev.spoor.exec.run;

import dev.spoor.segment.EventRow;
import java.util.List;

/** What a pipeline answers. */
public sealed interface PipelineResult {
    /** Events as they are, because no stage changed one. */
    record Events(List<EventRow> events) implements PipelineResult {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** Rows. */
    record Table(ResultTable table) implements PipelineResult {}
}
