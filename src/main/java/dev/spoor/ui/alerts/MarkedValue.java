package dev.spoor.ui.alerts;

import dev.spoor.query.text.Span;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.MarkedText;
import dev.spoor.ui.control.ValueView;
import java.util.List;
import javafx.scene.Node;

/** A value in which some characters are marked by ground and underline. */
final class MarkedValue {
    private MarkedValue() {}

    /** Marks the words of a query. */
    static Node of(String value, NamedFields named) {
        return value.length() > SafeText.SHORT ? of(value, List.of())
                : of(value, named.marks(value).stream().map(mark -> new Span(mark.start(), mark.end())).toList());
    }

    /** Marks these characters, in order and without overlap; those of a very long value are not shown. */
    static Node of(String value, List<Span> marks) {
        return marks.isEmpty() || value.length() > SafeText.SHORT ? new ValueView(value, "code") : MarkedText.of(value, marks);
    }
}
