package dev.spoor.sample;

import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import java.util.List;

/** Writes events as {@code wevtutil qe /f:xml /e:Events} does. */
final class EventXmlText {
    private EventXmlText() {}

    static String of(List<EventDescription> events) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Events>\n");
        for (EventDescription event : events) {
            out.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='").append(event.provider()).append("' Guid='")
                    .append(event.providerGuid()).append("'/><EventID>").append(event.eventId()).append("</EventID><Version>").append(event.version()).append("</Version><Level>")
                    .append(event.level()).append("</Level><Task>").append(event.task()).append("</Task><Opcode>").append(event.opcode()).append("</Opcode><Keywords>")
                    .append(event.keywords()).append("</Keywords><TimeCreated SystemTime='").append(event.time()).append("'/><EventRecordID>").append(event.recordId())
                    .append("</EventRecordID><Correlation/><Execution ProcessID='").append(event.processId()).append("' ThreadID='").append(event.threadId())
                    .append("'/><Channel>").append(event.channel()).append("</Channel><Computer>").append(event.computer()).append("</Computer><Security/></System><EventData>");
            for (Datum datum : event.data()) {
                out.append("<Data Name='").append(datum.name()).append("'>").append(escaped(datum.texts().getFirst())).append("</Data>");
            }
            out.append("</EventData></Event>\n");
        }
        return out.append("</Events>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
    }
}
