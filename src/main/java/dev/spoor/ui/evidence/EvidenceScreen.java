package dev.spoor.ui.evidence;

import dev.spoor.coverage.SourceCoverage;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.ContentPlace;
import dev.spoor.ui.control.FileDrop;
import dev.spoor.ui.control.RowKeys;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SourceSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The evidence register above the details of the selected source. */
public final class EvidenceScreen implements Screen {
    private final EvidenceViewModel model;
    private final Times times;
    private final SourceTable table;
    private final ContentPlace place;
    private final Label count = Widgets.label("", "text-strong");
    private final Label totals = Widgets.label("", "muted");
    private final HBox verify = new HBox();
    private final BorderPane view = new BorderPane();

    /**
     * The screen of a case.
     *
     * @param add     buttons that add evidence
     * @param loading how far a load is; takes no room while there is none
     * @param drop    receives what is dropped on the screen
     */
    public EvidenceScreen(Investigation investigation, Tasks tasks, Desktop desktop, Times times, Node add, Node loading, Consumer<List<Path>> drop) {
        this.times = times;
        model = new EvidenceViewModel(investigation, tasks);
        table = new SourceTable(model, times);
        place = new ContentPlace(table);
        SourceDetails details = new SourceDetails(desktop, times);
        HBox bar = new HBox(8, count, totals, Widgets.spring(), verify, add);
        totals.setMinWidth(0);
        FileDrop.on(view, () -> true, drop);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("filter-bar");
        SplitPane split = new SplitPane(place, details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        SplitPane.setResizableWithParent(details, false);
        view.setTop(new VBox(bar, loading));
        view.setCenter(split);
        Runnable show = () -> {
            SourceSummary selected = table.getSelectionModel().getSelectedItem();
            details.show(selected, selected == null ? SourceCoverage.NONE : model.coverage(selected));
        };
        table.getSelectionModel().selectedItemProperty().subscribe(show);
        model.coverageProperty().subscribe(show);
        model.stateProperty().subscribe(state -> refresh());
        model.sources().addListener((ListChangeListener<SourceSummary>) change -> refresh());
    }

    /** Adds the button that checks the case against its evidence. */
    public void onVerify(Runnable check) {
        Button button = Widgets.button("verify.button", check);
        button.setGraphic(Widgets.icon("mdoal-fingerprint", 16));
        button.setId("verify-case");
        verify.getChildren().setAll(button);
    }

    @Override public Node view() {
        return view;
    }

    @Override public void shown() {
        model.load();
        place.focusTable();
    }

    private void refresh() {
        place.show(switch (model.stateProperty().get()) {
            case LoadState.Loading loading -> StatePane.loading("evidence.loading", Messages.text("evidence.loadingReason"));
            case LoadState.Failed failed -> StatePane.failed("evidence.failed", failed.message()).with("action.tryAgain", model::load);
            case LoadState.Ready ready when model.sources().isEmpty() -> StatePane.empty("mdomz-storage", "evidence.none", Messages.text("evidence.noneReason"));
            case LoadState.Ready ready -> table;
        });
        count.setText(Messages.text("evidence.count", model.sources().size()));
        long records = model.sources().stream().mapToLong(SourceSummary::records).sum();
        long damaged = model.sources().stream().mapToLong(SourceSummary::damaged).sum();
        long size = model.sources().stream().mapToLong(SourceSummary::size).sum();
        totals.setText(Messages.text("evidence.totals", records, damaged, Formats.bytes(size), times.range(model.first(), model.last()), times.zoneName()));
        RowKeys.begin(table);
    }

    @Override public boolean key(String key) {
        return RowKeys.move(table, key);
    }
}
