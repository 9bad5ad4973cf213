package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.workbench.Investigation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The value lists of the case, to be chosen from, made and changed in one editor. Window thread only. */
final class KnownLists {
    private final ObservableList<ValueList> lists = FXCollections.observableArrayList();
    private final Investigation investigation;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Desktop desktop;
    private final Notice notice;

    KnownLists(Investigation investigation, Tasks tasks, Dialogs dialogs, Desktop desktop, Notice notice) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.desktop = desktop;
        this.notice = notice;
    }

    ObservableList<ValueList> lists() {
        return lists;
    }

    /** Takes the lists of the case. */
    void show(List<ValueList> found) {
        lists.setAll(found);
    }

    void make(Consumer<ValueList> receiver) {
        open(Optional.empty(), receiver);
    }

    void edit(ValueList list, Consumer<ValueList> receiver) {
        open(Optional.of(list), receiver);
    }

    private void open(Optional<ValueList> before, Consumer<ValueList> receiver) {
        List<String> names = lists.stream().map(ValueList::id).toList();
        new ListDialog(dialogs, desktop, tasks, investigation, before, names).show(list -> save(before, list, receiver));
    }

    private void save(Optional<ValueList> before, ValueList list, Consumer<ValueList> receiver) {
        tasks.change(() -> {
            investigation.saveValueList(list);
            return investigation.valueLists();
        }).onSuccess(found -> {
            lists.setAll(found);
            found.stream().filter(one -> one.id().equals(list.id())).findFirst().ifPresent(receiver);
            notice.say(Messages.text("except.list.saved", SafeText.line(list.id(), 80), list.values().size()), () -> undo(before, list));
        }).onFailure(why -> notice.say(Messages.text("except.notSaved", why.message()))).start();
    }

    private void undo(Optional<ValueList> before, ValueList list) {
        tasks.change(() -> {
            if (before.isPresent()) {
                investigation.saveValueList(before.get());
            } else {
                investigation.removeValueList(list.id());
            }
            return investigation.valueLists();
        }).onSuccess(found -> {
            lists.setAll(found);
            notice.say(Messages.text("except.list.undone", SafeText.line(list.id(), 80)));
        }).onFailure(why -> notice.say(Messages.text("except.notUndone", why.message()))).start();
    }
}
