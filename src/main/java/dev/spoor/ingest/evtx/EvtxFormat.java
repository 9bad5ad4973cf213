package dev.spoor.ingest.evtx;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadOptions;
import java.nio.file.Path;

/** The binary event logs of Windows Vista and newer. */
public final class EvtxFormat implements LogFormat {
    @Override public String name() {
        return "evtx";
    }

    @Override public String description() {
        return "binary Windows event logs";
    }

    @Override public boolean recognises(byte[] head) {
        return EvtxReader.recognises(head);
    }

    @Override public LogReader open(Path file, ReadOptions options) throws IngestException {
        return EvtxReader.open(file, EvtxOptions.recovering(options.recover()));
    }
}
