package dev.spoor.ingest.open;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadOptions;
import dev.spoor.ingest.evtx.EvtxOptions;
import dev.spoor.ingest.evtx.EvtxReader;
import dev.spoor.ingest.xml.EventXmlLimits;
import dev.spoor.ingest.xml.EventXmlReader;
import java.nio.file.Path;
import java.util.function.Predicate;

/** The two forms in which Windows writes its event log. */
record WindowsLogFormat(String name, String description, Predicate<byte[]> mark, Opener opener) implements LogFormat {
    static final LogFormat EVTX = new WindowsLogFormat("evtx", "Windows event logs", EvtxReader::recognises,
            (file, options) -> EvtxReader.open(file, EvtxOptions.recovering(options.recover())));
    static final LogFormat XML = new WindowsLogFormat("xml", "events of Windows as XML", EventXmlReader::recognises,
            (file, _) -> EventXmlReader.open(file, EventXmlLimits.DEFAULT));

    /** Opens a file of one form. */
    interface Opener {
        LogReader open(Path file, ReadOptions options) throws IngestException;
    }

    @Override public boolean recognises(byte[] head) {
        return mark.test(head);
    }

    @Override public LogReader open(Path file, ReadOptions options) throws IngestException {
        return opener.open(file, options);
    }
}
