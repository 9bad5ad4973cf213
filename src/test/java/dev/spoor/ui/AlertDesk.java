package dev.spoor.ui;

import dev.spoor.bench.FxWatch;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.ui.alerts.AlertRow;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.workbench.Investigation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** A window on a case with many alerts, and how long the things take that one does there all the time. */
public final class AlertDesk {
    private static final int PATIENCE_MILLIS = 60_000;
    private final Investigation investigation;
    private Stage stage;

    /** Of a case that the caller closes. */
    public AlertDesk(Investigation investigation) {
        this.investigation = investigation;
    }

    /** Invented rules. */
    public static List<Rule> rules() {
        return SampleRules.all().stream().map(state -> state.rule()).toList();
    }

    /** What became of one of them. */
    public static Fidelity fidelity(Rule rule) {
        return SampleRules.all().stream().filter(state -> state.rule().equals(rule)).findFirst().orElseThrow().fidelity();
    }

    /** Starts JavaFX if need be, shows the window, works in it; answers milliseconds, those of "held" for the longest time in which the window could not answer. */
    public Map<String, Long> measure() throws InterruptedException {
        Map<String, Long> result = new LinkedHashMap<>();
        start();
        try (FxWatch watch = new FxWatch()) {
            ask(() -> {
                stage = new Stage();
                return null;
            });
            watch.longestMillis();
            long opened = System.nanoTime();
            long cpu = cpuMillis();
            ask(() -> {
                new TestWindow().show(stage, investigation, Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()), 960, 600);
                return null;
            });
            await(() -> table() != null && !table().getItems().isEmpty());
            result.put("open", since(opened));
            result.put("processor: open", cpuMillis() - cpu);
            await(() -> scene().lookup(".tab-pane") != null || scene().lookup(".state-pane") != null);
            pulse();
            result.put("held while opening (first window, style sheets)", watch.longestMillis());
            int folded = rows();
            step(result, watch, "a row for each alert", () -> toggle(false), () -> rows() > folded && !folds());
            int all = rows();
            step(result, watch, "filter by words", () -> words("wks-114"), () -> table() != null && rows() < all && rows() > 0);
            step(result, watch, "all again", () -> words(""), () -> rows() == all);
            step(result, watch, "filter by other words", () -> words("wks-115 foreign"), () -> rows() < all && rows() > 0);
            step(result, watch, "all once more", () -> words(""), () -> rows() == all);
            step(result, watch, "group by rule", () -> press("group-rule"), () -> rows() < all);
            step(result, watch, "no group", () -> press("group-none"), () -> rows() == all);
            step(result, watch, "fold variants", () -> toggle(true), () -> rows() < all);
            step(result, watch, "group by rule, host, user and variant", () -> List.of("rule", "host", "user").forEach(field -> press("group-" + field)),
                    () -> rows() > 0 && rows() <= rules().size());
            step(result, watch, "all in a row each", () -> {
                press("group-none");
                toggle(false);
            }, () -> rows() == all);
            String first = ask(() -> table().getItems().getFirst().alert().id());
            step(result, watch, "sort", () -> table().getSortOrder().setAll(List.of(table().getColumns().stream().filter(column -> "column-user".equals(column.getId()))
                    .findFirst().orElseThrow())), () -> !table().getItems().getFirst().alert().id().equals(first));
            long scrolled = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                int row = (int) ((long) i * i * all / 40_000);
                ask(() -> {
                    table().scrollTo(row);
                    return null;
                });
                Thread.sleep(8);
            }
            result.put("200 jumps through the table", since(scrolled));
            result.put("held while scrolling", watch.longestMillis());
            for (int i = 0; i < 100; i++) {
                ask(() -> {
                    table().getSelectionModel().clearAndSelect(table().getSelectionModel().getSelectedIndex() + 1);
                    return null;
                });
                Thread.sleep(8);
            }
            result.put("held while going from alert to alert", watch.longestMillis());
            ask(() -> {
                stage.close();
                return null;
            });
        }
        return result;
    }

    private void step(Map<String, Long> result, FxWatch watch, String what, Runnable action, BooleanSupplier done) throws InterruptedException {
        watch.longestMillis();
        long start = System.nanoTime();
        long cpu = cpuMillis();
        ask(() -> {
            action.run();
            return null;
        });
        await(done);
        result.put(what, since(start));
        result.put("processor: " + what, cpuMillis() - cpu);
        pulse();
        result.put("held: " + what, watch.longestMillis());
    }

    /** Processor time of all threads of the program. */
    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static void pulse() throws InterruptedException {
        Thread.sleep(150);
    }

    private void words(String text) {
        ((TextField) scene().lookup("#alert-filter")).setText(text);
    }

    private boolean folds() {
        return ((ToggleButton) scene().lookup("#fold-variants")).isSelected();
    }

    private void toggle(boolean wanted) {
        ToggleButton button = (ToggleButton) scene().lookup("#fold-variants");
        if (button.isSelected() != wanted) {
            button.fire();
        }
    }

    private void press(String id) {
        MenuButton menu = (MenuButton) scene().lookup("#group-by");
        menu.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().map(MenuItem.class::cast).orElseThrow().fire();
    }

    private Scene scene() {
        return stage.getScene();
    }

    private int rows() {
        return table() == null ? 0 : table().getItems().size();
    }

    @SuppressWarnings("unchecked")
    private TableView<AlertRow> table() {
        Node node = scene() == null ? null : scene().lookup("#alert-table");
        return node == null ? null : (TableView<AlertRow>) node;
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
            Platform.setImplicitExit(false);
        } catch (IllegalStateException e) {
            Objects.requireNonNull(e, "JavaFX runs already");
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!ask(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for " + PATIENCE_MILLIS + " ms");
            }
            Thread.sleep(2);
        }
    }

    private static <T> T ask(Callable<T> question) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("the window failed", e.getCause());
        }
    }
}
