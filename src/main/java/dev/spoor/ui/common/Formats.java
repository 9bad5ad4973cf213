package dev.spoor.ui.common;

import java.util.Locale;

/** How numbers, sizes and hashes are written in the window: numbers grouped, a dash for what does not exist. {@link Times} writes times. */
public final class Formats {
    /** Stands for "none or not applicable". */
    public static final String NONE = "–";
    private Formats() {}

    /** {@code 12,431}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 12,431}, a dash for none. */
    public static String countOrNone(long number) {
        return number == 0 ? NONE : count(number);
    }

    /** {@code 68.1 MB}, in powers of 1000. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes) + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
        double size = bytes;
        int unit = -1;
        while (size >= 999.95 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
    }

    /** The first and the last eight characters of a hash. */
    public static String hash(String hex) {
        return hex.length() <= 17 ? SafeText.line(hex) : SafeText.line(hex.substring(0, 8) + "…" + hex.substring(hex.length() - 8));
    }

    /** The last part of a path, whatever system wrote it. */
    public static String fileName(String path) {
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return cut >= 0 && cut < path.length() - 1 ? path.substring(cut + 1) : path;
    }
}
