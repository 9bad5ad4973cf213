package dev.spoor.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fonts that come with Spoor: Inter and JetBrains Mono, both under the SIL Open Font License. */
final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final List<String> FILES = List.of("Inter-Regular.ttf", "Inter-Italic.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /** Makes them known to JavaFX. Where that fails, the style sheets fall back to the system's fonts. */
    static void load() {
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream("/dev/spoor/ui/fonts/" + file), file)) {
                if (Font.loadFont(in, 13) == null) {
                    LOG.warn("Could not load font {}; the system's font is used", file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
