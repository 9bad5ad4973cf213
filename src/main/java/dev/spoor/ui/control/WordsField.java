package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The field of a filter bar for words to search for. Enter leaves it, Esc empties it first. */
public final class WordsField extends TextField {
    /**
     * A field.
     *
     * @param id        in the scene
     * @param promptKey says what is searched, as prompt and as accessible name
     * @param width     in pixels, to begin with
     * @param leave     called when the user is done
     */
    public WordsField(String id, String promptKey, double width, Runnable leave) {
        setId(id);
        setPromptText(Messages.text(promptKey));
        setAccessibleText(Messages.text(promptKey));
        setPrefWidth(width);
        setMinWidth(100);
        setOnKeyPressed(event -> key(event, leave));
    }

    private void key(KeyEvent event, Runnable leave) {
        if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
            if (event.getCode() == KeyCode.ESCAPE) {
                clear();
            }
            leave.run();
            event.consume();
        }
    }

    /** Puts the cursor into the field, on all that stands there. */
    public void focusWords() {
        requestFocus();
        selectAll();
    }
}
