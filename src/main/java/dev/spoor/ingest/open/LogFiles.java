package dev.spoor.ingest.open;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.archive.ContainerFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.csv.CsvFormat;
import dev.spoor.ingest.evtx.EvtxFormat;
import dev.spoor.ingest.json.JsonFormat;
import dev.spoor.ingest.text.EventTextFormat;
import dev.spoor.ingest.xml.EventXmlFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens log files. Stateless and thread-safe. */
public final class LogFiles {
    /** How many bytes of a file decide what it is. */
    private static final int HEAD = 1 << 16;
    private static final List<LogFormat> FORMATS = List.of(
            new EvtxFormat(), new EventXmlFormat(), new JsonFormat(),
            CsvFormat.CSV,
            CsvFormat.TSV,
            new EventTextFormat());

    private LogFiles() {}

    /** All formats that are read, in the order in which they are asked. */
    public static List<LogFormat> formats() {
        return FORMATS;
    }

    /**
     * Opens a file as what its content says it is, or as the options say. Containers are no logs: see {@link #container}.
     *
     * @throws IngestException if the file is empty, of no known format, or unreadable; the message names what was found and which formats are read
     */
    public static OpenedLog open(Path file, OpenOptions options) throws IngestException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new IngestException(file + " is empty");
        }
        Optional<ContainerFormat> container = ContainerFormat.of(head);
        if (container.isPresent()) {
            throw new IngestException(file + " is a container (" + container.get().word() + "); its entries are opened one by one");
        }
        LogFormat format = format(file, head, options);
        return new OpenedLog(format.name(), format.open(file, options.read()));
    }

    /**
     * What container a file is by its content, empty if it is none.
     *
     * @throws IngestException if the file cannot be read
     */
    public static Optional<ContainerFormat> container(Path file) throws IngestException {
        return ContainerFormat.of(head(file));
    }

    private static LogFormat format(Path file, byte[] head, OpenOptions options) throws IngestException {
        Optional<String> wanted = options.format();
        for (LogFormat format : FORMATS) {
            if (wanted.isPresent() ? format.name().equals(wanted.get()) : format.recognises(head)) {
                return format;
            }
        }
        String read = FORMATS.stream().map(f -> f.name() + " - " + f.description()).collect(Collectors.joining("; "));
        throw new IngestException(wanted.isPresent() ? "there is no format \"" + wanted.get() + "\"; formats: " + read
                : file + " is of no format that is read: it begins with " + HeadText.describe(head) + "; formats: " + read + "; each also in zip, 7z, tar, gz, bz2, xz and zst");
    }

    private static byte[] head(Path file) throws IngestException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new IngestException("cannot read " + file + ": " + (Files.isDirectory(file) ? "it is a folder" : e.getMessage()), e);
        }
    }
}
