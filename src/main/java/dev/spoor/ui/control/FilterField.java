package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A field for words to filter a table by. Enter leaves it, Esc empties it first. Window thread only. */
public final class FilterField extends TextField {
    /**
     * An empty field.
     *
     * @param promptKey what it says while it is empty, and to those who hear it
     * @param leave     called when the user is done with it
     */
    public FilterField(String promptKey, Runnable leave) {
        setPromptText(Messages.text(promptKey));
        setAccessibleText(Messages.text(promptKey));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    clear();
                }
                leave.run();
                event.consume();
            }
        });
    }

    /** Puts the cursor into the field, its words selected. */
    public void focusWords() {
        requestFocus();
        selectAll();
    }
}
