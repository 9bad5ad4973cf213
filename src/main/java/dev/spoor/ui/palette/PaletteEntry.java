package dev.spoor.ui.palette;

/**
 * Something that can be chosen.
 *
 * @param icon  name of an icon
 * @param group what kind of thing it is, in a word
 * @param title what is searched and shown; of any origin
 * @param keys  the keys that do the same, or empty
 * @param run   what happens; called on the window's thread after the palette is gone
 */
public record PaletteEntry(String icon, String group, String title, String keys, Runnable run) {}
