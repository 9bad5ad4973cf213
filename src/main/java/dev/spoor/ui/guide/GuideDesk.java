package dev.spoor.ui.guide;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.Guides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** The guides of a case: makes the view of an alert's guide, and asks before alerts with open steps are closed. Window thread only. */
public final class GuideDesk {
    private final Guides guides;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Dialogs dialogs;
    private final Times times;
    private final Consumer<String> notice;
    private final Function<String, Optional<Path>> fileFor;
    private GuideModel current;

    /**
     * For a case.
     *
     * @param notice  told in words what was done, or why it could not be
     * @param fileFor asks for a file to write, beginning with a suggested name
     */
    public GuideDesk(Guides guides, Tasks tasks, Desktop desktop, Dialogs dialogs, Times times, Consumer<String> notice, Function<String, Optional<Path>> fileFor) {
        this.guides = guides;
        this.tasks = tasks;
        this.desktop = desktop;
        this.dialogs = dialogs;
        this.times = times;
        this.notice = notice;
        this.fileFor = fileFor;
    }

    /** The guide of an alert. Its searches are counted in the background until another alert's guide is asked for. */
    public Node view(AlertDetails details) {
        leave();
        current = new GuideModel(guides, details.alert().id(), tasks, notice);
        CollectionDialog collection = new CollectionDialog(guides, tasks, dialogs, desktop, notice, fileFor);
        GuideTab tab = new GuideTab(current, details, desktop, new HitsDialog(guides, tasks, dialogs, desktop, times), collection::show);
        current.load();
        return tab;
    }

    /** Stops what is going on for the guide that is looked at. */
    public void leave() {
        if (current != null) {
            current.leave();
        }
    }

    /**
     * Lets decisions pass; where alerts with open steps would be closed, asks why first, and puts the answer into the decisions' notes.
     *
     * @param decisions which alerts get which decision
     * @param go        receives what is to be decided; not called where the user changed their mind
     */
    public void beforeDeciding(Map<Decision, List<Alert>> decisions, Consumer<Map<Decision, List<Alert>>> go) {
        new OpenStepsQuestion(guides, tasks, dialogs, notice).ask(decisions, go);
    }

    /** Shows what is to be asked of hosts. */
    public void showCollection() {
        new CollectionDialog(guides, tasks, dialogs, desktop, notice, fileFor).show();
    }
}
