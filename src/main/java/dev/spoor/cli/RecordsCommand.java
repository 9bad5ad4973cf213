package dev.spoor.cli;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.open.OpenOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spoor records}: the records of a log as they were read, before normalisation. */
@Command(name = "records", mixinStandardHelpOptions = true,
        description = {"Prints the records of a log as read, before normalisation, in the order of the file.",
                "EVTX and event XML: what Windows wrote (System, event_data, user_data). JSON, CSV, TSV and text: the fields of each document by dotted path, under their own names.",
                "Archives: the records of each entry, with its path as \"entry\"."})
final class RecordsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private CommonOptions common;
    @Option(names = "--recover", description = "Also print EVTX records found outside the intact parts of the file, marked as recovered.") private boolean recover;
    @Option(names = "--as", paramLabel = "FORMAT", description = "Read it as this format, whatever its content looks like: evtx, xml, json, csv, tsv, text.") private String format;
    @Option(names = "--password", paramLabel = "P", description = "Password of encrypted zip and 7z archives.") private String password;
    @Parameters(paramLabel = "FILE", description = "A log, or an archive of logs.") private Path file;

    @Override public Integer call() {
        if (!Files.exists(file)) {
            throw CommandFailure.nothingDone("There is no file " + file + ".", null);
        }
        OpenOptions options = recover ? OpenOptions.DEFAULT.recovering() : OpenOptions.DEFAULT;
        PasswordSource passwords = password == null ? PasswordSource.NONE : PasswordSource.of(password);
        try (Printer printer = printer(); RecordWalk walk = new RecordWalk(format == null ? options : options.as(format), passwords, printer::print)) {
            walk.file(file);
            if (!common.quiet()) {
                PrintWriter err = spec.commandLine().getErr();
                err.println(walk.records() + " records" + (walk.damaged() == 0 ? "" : ", " + walk.damaged() + " damaged places"));
            }
            return ExitStatus.DONE;
        } catch (IngestException e) {
            throw CommandFailure.nothingDone(message(e), e);
        } catch (IOException e) {
            throw CommandFailure.nothingDone(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String message(IngestException e) {
        return e.getMessage().contains(file.toString()) ? e.getMessage() : file + ": " + e.getMessage();
    }

    private Printer printer() {
        return new Printer(System.out, common.format(),
                List.of("entry", "record", "time", "event_id", "provider", "channel", "computer", "event_data", "user_data", "fields", "problem", "offset"));
    }
}
