package dev.spoor.cli;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.evtx.EvtxOptions;
import dev.spoor.ingest.evtx.EvtxReader;
import dev.spoor.ingest.xml.EventXmlLimits;
import dev.spoor.ingest.xml.EventXmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spoor records}: the records of an event log as they were read, before normalisation. */
@Command(name = "records", mixinStandardHelpOptions = true,
        description = "Prints the records of a Windows event log (EVTX or event XML) as read, in the order of the file.")
final class RecordsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private CommonOptions common;
    @Option(names = "--recover", description = "Also print records found outside the intact parts of the file, marked as recovered.") private boolean recover;
    @Parameters(paramLabel = "FILE", description = "An event log.") private Path file;

    private long records;
    private long damaged;

    @Override public Integer call() {
        try (LogReader reader = reader(); Printer printer = printer()) {
            for (Optional<ReadResult> result = reader.next(); result.isPresent(); result = reader.next()) {
                print(result.get(), printer);
            }
        } catch (IngestException e) {
            throw CommandFailure.nothingDone(message(e), e);
        } catch (NoSuchFileException e) {
            throw CommandFailure.nothingDone("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw CommandFailure.nothingDone(file + " cannot be read: " + e.getMessage(), e);
        }
        if (!common.quiet()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(records + " records" + (damaged == 0 ? "" : ", " + damaged + " damaged places"));
        }
        return ExitStatus.DONE;
    }

    private void print(ReadResult result, Printer printer) {
        switch (result) {
            case WindowsRecord record -> {
                records++;
                printer.print(RecordJson.of(record));
            }
            case Damaged place -> {
                damaged++;
                printer.print(RecordJson.of(place));
            }
            case DocumentRecord _ -> throw new IllegalStateException("an event log holds Windows records only");
        }
    }

    private LogReader reader() throws IOException, IngestException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Math.max(EvtxReader.HEAD, EventXmlReader.HEAD));
        }
        if (EvtxReader.recognises(head)) {
            return EvtxReader.open(file, EvtxOptions.recovering(recover));
        }
        if (EventXmlReader.recognises(head)) {
            return EventXmlReader.open(file, EventXmlLimits.DEFAULT);
        }
        throw new IngestException("neither a binary event log nor event XML: " + (head.length == 0 ? "it is empty" : "neither magic nor <Event> was found"));
    }

    private String message(IngestException e) {
        return file + ": " + e.getMessage();
    }

    private Printer printer() {
        return new Printer(System.out, common.format(),
                List.of("record", "time", "event_id", "provider", "channel", "computer", "event_data", "user_data", "problem", "offset"));
    }
}
