package dev.spoor.ingest.evtx;

import dev.spoor.ingest.WindowsRecord.Element;
import java.util.List;
import java.util.Optional;

/**
 * An event to be written to an event log.
 *
 * @param provider     name of the provider
 * @param providerGuid as {@code {54849625-5478-4994-a5ba-3e3b0328c30d}}, or empty
 * @param time         ISO 8601 with up to seven digits
 * @param keywords     as {@code 0x8020000000000000}
 * @param userId       SID, or empty
 * @param data         the children of EventData; empty where there is {@code userData}
 * @param userData     the child of UserData
 */
public record EventDescription(String provider, String providerGuid, String channel, String computer, int eventId, int version, int level, int task,
        int opcode, String keywords, String time, long recordId, int processId, int threadId, String userId, List<Datum> data, Optional<Element> userData) {

    /** An event of the Security log with everything beside its data as usual. */
    public static EventDescription security(int eventId, long recordId, String computer, String time, List<Datum> data) {
        return new EventDescription("Microsoft-Windows-Security-Auditing", "{54849625-5478-4994-a5ba-3e3b0328c30d}", "Security", computer, eventId, 0, 0,
                13_824, 0, "0x8020000000000000", time, recordId, 4, 8, "", data, Optional.empty());
    }

    /** The same event with a tree below UserData in place of EventData. */
    public EventDescription withUserData(Element tree) {
        return new EventDescription(provider, providerGuid, channel, computer, eventId, version, level, task, opcode, keywords, time, recordId, processId,
                threadId, userId, List.of(), Optional.of(tree));
    }
}
