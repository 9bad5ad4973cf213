package dev.spoor.ui.app;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.palette.PaletteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The screens and actions of the window as entries of the palette, in the order in which they were added. */
final class PaletteCommands implements Supplier<List<PaletteEntry>> {
    private final List<PaletteEntry> entries = new ArrayList<>();

    /** Adds a screen. */
    PaletteCommands screen(String icon, String key, String keys, Runnable run) {
        return add(icon, "palette.screen", key, keys, run);
    }

    /** Adds something that is done. */
    PaletteCommands action(String icon, String key, String keys, Runnable run) {
        return add(icon, "palette.action", key, keys, run);
    }

    private PaletteCommands add(String icon, String group, String key, String keys, Runnable run) {
        entries.add(new PaletteEntry(icon, Messages.text(group), Messages.text(key), keys, run));
        return this;
    }

    @Override public List<PaletteEntry> get() {
        return List.copyOf(entries);
    }
}
