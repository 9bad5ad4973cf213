package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.spoor.coverage.CoverageSentences;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.event.Time;
import dev.spoor.workbench.SourceSummary;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code spoor sources}: the evidence register. */
@Command(name = "sources", mixinStandardHelpOptions = true, description = "Prints the evidence register: every source with its hash, counts and problems.")
final class SourcesCommand extends CaseCommand {
    @Override public Integer call() {
        return on(Opening.READ, (investigation, progress) -> {
            Map<Integer, SourceCoverage> coverage = investigation.coverage(progress);
            progress.done();
            try (Printer printer = printer("path", "entry", "format", "records", "damaged", "first", "last", "sha256")) {
                for (SourceSummary source : investigation.sources()) {
                    printer.print(json(source, coverage.getOrDefault(source.number(), SourceCoverage.NONE)));
                }
            }
            return ExitStatus.DONE;
        });
    }

    private static ObjectNode json(SourceSummary source, SourceCoverage coverage) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("path", source.path());
        line.put("entry", source.entry().isEmpty() ? null : source.entry());
        line.put("sha256", source.sha256());
        line.put("size", source.size());
        line.put("format", source.format());
        line.put("state", source.state().word());
        line.put("records", source.records());
        line.put("damaged", source.damaged());
        line.put("repaired", source.repaired());
        line.put("first", source.first() == Time.NONE ? null : Time.iso(source.first()));
        line.put("last", source.last() == Time.NONE ? null : Time.iso(source.last()));
        line.put("time_zone", source.zone().name().isEmpty() ? null : source.zone().name());
        line.put("time_zone_found", source.zone().found().isEmpty() ? null : source.zone().found());
        line.put("embedded", source.embedded());
        line.put("duplicate_of", source.duplicateOf().orElse(null));
        source.problems().forEach(line.putArray("problems")::add);
        ArrayNode hosts = line.putArray("hosts");
        coverage.hosts().forEach(host -> hosts.addObject().put("host", host.host()).put("events", host.events()));
        line.put("host_count", coverage.hostCount());
        CoverageSentences.of(coverage).forEach(line.putArray("gaps")::add);
        return line;
    }
}
