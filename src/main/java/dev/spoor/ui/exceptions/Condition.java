package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import java.util.Optional;
import javafx.scene.Node;

/** A condition in the editor: a row, or a card of rows on the objects of an array. */
interface Condition {
    /** The condition; empty while a value is missing. */
    Optional<Entry> entry();

    Node view();
}
