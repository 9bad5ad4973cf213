package dev.spoor.bench;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.job.Job;
import dev.spoor.normalize.Normalizer;
import dev.spoor.segment.ColumnCodec;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.LoadOptions;
import dev.spoor.workbench.Workbench;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes invented flat Windows events, loads them into a case, and prints what each stage of that costs in time of the processor. */
public final class LoadBench {
    private final Path log;
    private final int events;
    private double before;

    private LoadBench(Path log, int events) {
        this.log = log;
        this.events = events;
    }

    /** The argument is the number of events, 100,000 if missing; they are 1.8 KB each. */
    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("spoor-load");
        Path file = folder.resolve("case.spoor");
        Path log = FlatWindowsLog.write(folder.resolve("log.ndjson"), 0, events);
        try {
            LoadBench bench = new LoadBench(log, events);
            System.out.printf(Locale.ROOT, "%,d events, %,.1f MB%n", events, Files.size(log) / 1e6);
            bench.load(file, "load, cold");
            System.out.printf(Locale.ROOT, "case %.1f MB, 1/%.1f of the log; peak memory %s%n", Files.size(file) / 1e6, Files.size(log) / (double) Files.size(file), peak());
            Files.delete(file);
            bench.stages();
            bench.stages();
            bench.load(file, "load, warm");
        } finally {
            Files.deleteIfExists(file);
            Files.delete(log);
            Files.delete(folder);
        }
    }

    private void load(Path file, String name) throws Exception {
        begin();
        long start = System.nanoTime();
        try (Investigation investigation = new Workbench().openOrCreate(file)) {
            investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
        }
        end(name);
        System.out.printf(Locale.ROOT, "%-34s %8.2f s of the clock%n", "", (System.nanoTime() - start) / 1e9);
    }

    /** Each stage with those before it; the difference is what the stage itself costs. */
    private void stages() throws Exception {
        begin();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(log)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        end("hash (a load does it twice)");
        pass("read", 0);
        pass("read, normalise", 1);
        pass("read, normalise, segment", 2);
        pass("read, normalise, segment, encode", 3);
    }

    private void pass(String name, int stage) throws Exception {
        begin();
        FieldTable fields = new FieldTable();
        Normalizer normalizer = new Normalizer(fields);
        SegmentBuilder builder = new SegmentBuilder(fields, "bench", SegmentLimits.DEFAULT);
        try (var reader = LogFiles.open(log, OpenOptions.DEFAULT).reader()) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (stage > 0 && next.get() instanceof RawRecord record) {
                    Event event = normalizer.normalize(record, new Origin(1, "", record.record(), record.offset()));
                    if (stage > 1) {
                        builder.add(event);
                    }
                    if (builder.full()) {
                        encode(builder.build(), stage);
                        builder = new SegmentBuilder(fields, "bench", SegmentLimits.DEFAULT);
                    }
                }
            }
        }
        if (!builder.isEmpty()) {
            encode(builder.build(), stage);
        }
        end(name);
    }

    private static void encode(Segment segment, int stage) {
        if (stage > 2) {
            for (Field field : segment.fields()) {
                ColumnCodec.encode(segment.column(field).orElseThrow());
            }
        }
    }

    /** Time of the processor of all threads, that of the compiler and the collector included. */
    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private void begin() {
        before = processor();
    }

    private void end(String name) {
        double seconds = processor() - before;
        System.out.printf(Locale.ROOT, "%-34s %8.2f s of the processor, %,9.0f events/s%n", name, seconds, events / seconds);
    }

    /** The most memory that the program has had, as Linux tells it. */
    private static String peak() throws java.io.IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("unknown").replaceAll("\\s+", " ")
                : "unknown";
    }
}
