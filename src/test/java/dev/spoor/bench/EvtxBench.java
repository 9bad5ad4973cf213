package dev.spoor.bench;

import dev.spoor.event.EventBatch;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.normalize.Normalizer;
import dev.spoor.segment.Column;
import dev.spoor.segment.ColumnCodec;
import dev.spoor.segment.OriginCodec;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the largest Windows event logs below a folder into encoded segments, in one thread, many times, and prints records in a second of the processor by stage. */
public final class EvtxBench {
    private static final int FILES = 12;
    private final List<Path> files;
    private final int times;

    private EvtxBench(List<Path> files, int times) {
        this.files = files;
        this.times = times;
    }

    /** The arguments are a folder, how many times the files are read in a round (the clock is coarse), and the number of rounds. The first is that of a new program. */
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(path -> path.toString().endsWith(".evtx")).sorted(Comparator.comparingLong(EvtxBench::size).reversed()).limit(FILES).toList();
        }
        EvtxBench bench = new EvtxBench(files, Integer.parseInt(arguments[1]));
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            for (int stage = 0; stage <= 3; stage++) {
                bench.run(stage);
            }
        }
    }

    private void run(int stage) throws Exception {
        double before = processor();
        long records = 0;
        for (int i = 0; i < times; i++) {
            records += pass(stage);
        }
        double seconds = processor() - before;
        System.out.printf(Locale.ROOT, "%-36s %,9.0f records/s%n", List.of("read", "read, normalise", "read, normalise, segment", "read, normalise, segment, encode").get(stage),
                records / seconds);
    }

    private long pass(int stage) throws Exception {
        FieldTable fields = new FieldTable();
        Normalizer normalizer = new Normalizer(fields);
        EventBatch batch = new EventBatch(fields, 512);
        SegmentBuilder builder = new SegmentBuilder(fields, "bench", SegmentLimits.DEFAULT);
        long records = 0;
        for (Path file : files) {
            try (var reader = LogFiles.open(file, OpenOptions.DEFAULT).reader()) {
                for (Optional<ReadResult> next = reader.nextShaped(); next.isPresent(); next = reader.nextShaped()) {
                    if (!(next.get() instanceof RawRecord record)) {
                        continue;
                    }
                    records++;
                    if (stage > 0) {
                        normalizer.add(record, new Origin(1, "", record.record(), record.offset()), batch);
                    }
                    if (batch.full()) {
                        normalizer.finish(batch);
                        if (stage > 1) {
                            builder.add(batch, 0, batch.size());
                        }
                        batch.clear();
                        if (builder.full()) {
                            encode(builder.build(), stage);
                            builder = new SegmentBuilder(fields, "bench", SegmentLimits.DEFAULT);
                        }
                    }
                }
            }
        }
        normalizer.finish(batch);
        if (stage > 1) {
            builder.add(batch, 0, batch.size());
            encode(builder.build(), stage);
        }
        return records;
    }

    private static void encode(Segment segment, int stage) {
        if (stage > 2) {
            Set<Column> encoded = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Field field : segment.fields()) {
                Column column = segment.column(field).orElseThrow();
                if (encoded.add(column)) {
                    ColumnCodec.encode(column);
                }
            }
            OriginCodec.encode(segment.provenance());
        }
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
