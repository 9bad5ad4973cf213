package dev.spoor.ui.evidence;

import dev.spoor.coverage.CoverageSentences;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.FieldGrid;
import dev.spoor.ui.control.TextLines;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.SourceSummary;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything about the selected source, and each of its problems with its place. */
final class SourceDetails extends HBox {
    private static final double NAMES = 112;
    private final Desktop desktop;
    private final Times times;

    SourceDetails(Desktop desktop, Times times) {
        super(12);
        this.desktop = desktop;
        this.times = times;
        getStyleClass().add("source-details");
        show(null, SourceCoverage.NONE);
    }

    /** Shows a source; null for none. */
    void show(SourceSummary source, SourceCoverage coverage) {
        if (source == null) {
            getChildren().setAll(Widgets.label(Messages.text("evidence.noneSelected"), "muted"));
            return;
        }
        getChildren().setAll(facts(source, coverage), problems(source, coverage));
    }

    private Node facts(SourceSummary source, SourceCoverage coverage) {
        FieldGrid grid = new FieldGrid(desktop, NAMES);
        grid.values(Messages.text("evidence.path"), List.of(source.path()));
        if (!source.entry().isEmpty()) {
            grid.values(Messages.text("evidence.entry"), List.of(source.entry()));
        }
        grid.values(Messages.text("evidence.sha256"), List.of(source.sha256()));
        grid.fact(Messages.text("evidence.size"), Messages.text("evidence.bytes", source.size()));
        grid.fact(Messages.text("evidence.records"), Messages.text("evidence.recordsText", source.records(), source.damaged(), source.repaired()));
        if (source.embedded() > 0) {
            grid.fact(Messages.text("evidence.embedded"), Messages.text("evidence.embeddedText", source.embedded()));
        }
        if (!source.zone().name().isEmpty()) {
            grid.fact(Messages.text("evidence.zone"), SafeText.line(source.zone().name() + ", " + source.zone().found()));
        }
        grid.fact(Messages.text("evidence.firstEvent"), times.fullTime(source.first()));
        grid.fact(Messages.text("evidence.lastEvent"), times.fullTime(source.last()));
        String hosts = CoverageSentences.hosts(coverage);
        if (!hosts.isEmpty()) {
            grid.fact(Messages.text("evidence.hostsOf"), SafeText.line(hosts));
        }
        source.duplicateOf().ifPresent(path -> grid.values(Messages.text("evidence.duplicateOf"), List.of(path)));
        return card(SafeText.line(SourceTable.name(source), 200), Widgets.scrolling(grid, "evidence.facts"));
    }

    private static Node problems(SourceSummary source, SourceCoverage coverage) {
        List<String> gaps = CoverageSentences.of(coverage);
        int count = source.problems().size();
        if (!gaps.isEmpty()) {
            List<String> lines = new ArrayList<>(source.problems());
            lines.addAll(gaps);
            return card(Messages.text("evidence.problemsAndGaps", count, gaps.size()), new TextLines(String.join("\n", lines.stream().map(SafeText::line).toList())));
        }
        if (count == 0) {
            return card(Messages.text("evidence.noProblems"), Widgets.wrapped(Messages.text("evidence.noProblemsReason", source.records()), "muted"));
        }
        String title = source.damaged() > count ? Messages.text("evidence.problemsFirst", count, source.damaged()) : Messages.text("evidence.problems", count);
        return card(title, new TextLines(String.join("\n", source.problems().stream().map(SafeText::line).toList())));
    }

    private static VBox card(String title, Node content) {
        VBox card = new VBox(8, Widgets.label(title, "section-title"), content);
        VBox.setVgrow(content, Priority.ALWAYS);
        card.getStyleClass().add("card");
        card.setPrefWidth(400);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}
