package dev.spoor.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the window, by key, from {@code messages.properties}. A missing key is a programming error. Thread-safe. */
public final class Messages {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.spoor.ui.messages", Locale.ROOT);

    private Messages() {}

    /**
     * A text with its places filled in.
     *
     * @param arguments for the places {@code {0}}, {@code {1}} ...; numbers are grouped ({@code 12,431})
     */
    public static String text(String key, Object... arguments) {
        String pattern = TEXTS.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
