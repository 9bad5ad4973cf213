package dev.spoor.workbench;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why a field is no good for an exception: it differs with every event, so the exception would cover this one alert only. */
public enum Volatility {
    /** A number that the system hands out anew: process and thread numbers, handles, the port that a connection comes from. */
    PROCESS_NUMBER("(.*[._])?(pid|[A-Za-z]*ProcessI[Dd]|[A-Za-z]*ThreadI[Dd]|thread\\.id|HandleId|SourcePort|IpPort)|source\\.port|client\\.port"),
    /** An identifier of one process, logon or event. */
    IDENTIFIER(
            "(.*[._])?(entity_id|guid|[A-Za-z]*G[Uu][Ii][Dd]|[A-Za-z]*LogonId|Logon_ID|TransactionId|ActivityI[Dd]|logon\\.id|logon_id|activity_id|community_id)|event\\.(id|hash)"),
    /** A place in the log. */
    RECORD_NUMBER("(.*[._])?(record_id|EventRecordID)|event\\.sequence"),
    /** A point in time. */
    TIME("(.*[._])?(timestamp|firstTime|lastTime|_time|SystemTime|[A-Za-z]*UtcTime)|@timestamp|event\\.(created|ingested|start|end)|process\\.start"),
    /** A count of what was found. */
    COUNT("(.*[._])?count");

    private final Pattern names;

    Volatility(String names) {
        this.names = Pattern.compile(names);
    }

    /** Why a field is volatile; empty for a field that is not. */
    public static Optional<Volatility> of(String field) {
        for (Volatility kind : values()) {
            if (kind.names.matcher(field).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
