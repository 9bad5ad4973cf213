package dev.spoor.bench;

import dev.spoor.job.Job;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.LoadOptions;
import dev.spoor.workbench.Workbench;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Loads given files into a new case, several times in one program, and prints what it costs: in all, in the thread that loads, and in the collector of garbage. */
public final class EvidenceBench {
    private EvidenceBench() {}

    /** The arguments are the number of rounds and files or folders. The first round is that of a new program. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<Path> files = List.of(arguments).subList(1, arguments.length).stream().map(Path::of).toList();
        long size = 0;
        for (Path file : files) {
            size += Files.isDirectory(file) ? 0 : Files.size(file);
        }
        Path folder = Files.createTempDirectory("spoor-evidence");
        for (int round = 0; round < rounds; round++) {
            Path file = folder.resolve("case.spoor");
            double all = processor();
            double own = thread();
            double collector = collector();
            long start = System.nanoTime();
            try (Investigation investigation = new Workbench().openOrCreate(file)) {
                investigation.load(files, LoadOptions.DEFAULT, Job.SILENT);
            }
            System.out.printf(Locale.ROOT, "%.2f s of the processor (thread %.2f, collector %.2f), %.2f s of the clock; case %,d bytes, %.4f of the files; %s%n", processor() - all,
                    thread() - own, collector() - collector, (System.nanoTime() - start) / 1e9, Files.size(file), Files.size(file) / (double) size, peak());
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static double collector() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum() / 1e3;
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("unknown").replaceAll("\\s+", " ")
                : "unknown";
    }
}
