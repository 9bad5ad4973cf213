package dev.spoor.triage;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * A value without what differs from run to run, so that two runs of the same thing look the same. In lower case, runs of blanks as one; then from left to right:
 * <ul>
 * <li>{@code <guid>} for a GUID, {@code <sid>} for a SID of a domain (one below 1000, a built-in account, keeps its last number), {@code <date>}, {@code <time>};
 * <li>{@code <private address>} for an IPv4 address that is not routed (10/8, 172.16/12, 192.168/16, 127/8, 169.254/16); others stay, for where something connects to matters;
 * <li>{@code <hex>} for 16 or more hexadecimal digits with a figure among them, and for {@code 0x} with 5 or more;
 * <li>{@code <n>} for a number of two or more figures, and for three or more figures in a word ({@code wks-114}: {@code wks-<n>}); a single figure stays, it is often a choice;
 * <li>{@code <user>} for the name of a profile folder ({@code \Users\}, {@code /home/}) but public, default and all users;
 * <li>{@code <temp>} for a name directly in a temporary folder that begins with a tilde, has three or more figures or ends in {@code .tmp}; the suffix stays;
 * <li>{@code <encoded 640 #1f0c2a>} for 24 or more characters of Base64 (with capitals, small letters and figures): length and hash stay, since another payload is another thing.
 * </ul>
 * Only the first 32,768 characters are looked at. Time in proportion to the length.
 */
final class ShapeText {
    private static final int MOST = 32_768;
    private static final int ENCODED = 24;
    private static final int HEX = 16;
    private static final Set<String> SHARED = Set.of("public", "default", "all users", "default user");
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private ShapeText(String text) {
        this.text = text;
    }

    /** The value in general terms; the same on every machine. */
    static String of(String value) {
        String stripped = value.strip();
        return new ShapeText(stripped.length() <= MOST ? stripped : stripped.substring(0, MOST)).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                blank();
            } else if (!profile() && !temporary()) {
                if (Character.isLetterOrDigit(c)) {
                    token();
                } else {
                    out.append(c);
                    at++;
                }
            }
        }
        return out.toString();
    }

    private void blank() {
        if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
        at++;
    }

    /** What stands in the place of the characters up to {@code end}. */
    private boolean put(String placeholder, int end) {
        out.append(placeholder);
        at = end;
        return true;
    }

    private boolean follows(String... folders) {
        for (String folder : folders) {
            if (out.length() >= folder.length() && out.indexOf(folder, out.length() - folder.length()) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean profile() {
        if (!follows("\\users\\", "/users/", "/home/", "\\documents and settings\\")) {
            return false;
        }
        int end = at;
        while (end < text.length() && "\\/\"'<>|:;,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean name = end > at && end < text.length() && "\\/".indexOf(text.charAt(end)) >= 0;
        return name && !SHARED.contains(text.substring(at, end).toLowerCase(Locale.ROOT)) && put("<user>", end);
    }

    private boolean temporary() {
        if (!follows("\\temp\\", "\\tmp\\", "/tmp/")) {
            return false;
        }
        int end = at;
        int dot = -1;
        int figures = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "\\/\"'<>|:;,".indexOf(text.charAt(end)) < 0) {
            dot = text.charAt(end) == '.' ? end : dot;
            figures += Character.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        String suffix = dot < 0 ? "" : text.substring(dot, end).toLowerCase(Locale.ROOT);
        boolean odd = end > at && (text.charAt(at) == '~' || figures > 2 || suffix.equals(".tmp"));
        return odd && put("<temp>" + suffix, end);
    }

    private void token() {
        if (!guid() && !sid() && !date() && !address() && !encoded()) {
            word();
        }
    }

    private boolean guid() {
        int end = at + 36;
        if (end > text.length()) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(at + i);
            if (dash ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return !inWord(end) && put("<guid>", end);
    }

    private boolean sid() {
        if (!text.regionMatches(true, at, "S-1-5-21-", 0, 9)) {
            return false;
        }
        int end = at + 9;
        int last = end;
        while (end < text.length() && (figure(end) || text.charAt(end) == '-')) {
            last = text.charAt(end) == '-' ? end + 1 : last;
            end++;
        }
        boolean builtIn = end - last > 0 && end - last <= 3;
        return put(builtIn ? "<sid>-" + text.substring(last, end) : "<sid>", end);
    }

    /** {@code 2024-05-02}, also with dots or slashes, the day first, and a time behind it; {@code 03:14:07}. */
    private boolean date() {
        int first = figures(at);
        char separator = at + first < text.length() ? text.charAt(at + first) : ' ';
        int second = figures(at + first + 1);
        int third = at + first + second + 1 < text.length() && text.charAt(at + first + second + 1) == separator ? figures(at + first + second + 2) : 0;
        int end = at + first + second + third + 2;
        if (separator == ':' && first == 2 && second == 2 && third == 2) {
            return put("<time>", fraction(end));
        }
        boolean date = "-/.".indexOf(separator) >= 0 && second >= 1 && second <= 2 && (first == 4 && third >= 1 && third <= 2 || first >= 1 && first <= 2 && third == 4);
        if (!date || end < text.length() && figure(end)) {
            return false;
        }
        put("<date>", end);
        if (at + 1 < text.length() && "tT".indexOf(text.charAt(at)) >= 0 && figures(at + 1) == 2) {
            at++;
            out.append('t');
        }
        return true;
    }

    private int fraction(int end) {
        return end < text.length() && text.charAt(end) == '.' ? end + 1 + figures(end + 1) : end;
    }

    private boolean address() {
        int[] parts = new int[4];
        int end = at;
        for (int i = 0; i < 4; i++) {
            int figures = figures(end);
            if (figures < 1 || figures > 3 || i > 0 && text.charAt(end - 1) != '.') {
                return false;
            }
            parts[i] = Integer.parseInt(text, end, end + figures, 10);
            end += figures + (i < 3 ? 1 : 0);
            if (i < 3 && end > text.length()) {
                return false;
            }
        }
        if (inWord(end)) {
            return false;
        }
        boolean own = parts[0] == 10 || parts[0] == 127 || parts[0] == 192 && parts[1] == 168 || parts[0] == 172 && parts[1] >= 16 && parts[1] < 32
                || parts[0] == 169 && parts[1] == 254;
        return put(own ? "<private address>" : text.substring(at, end), end);
    }

    private boolean encoded() {
        int end = at;
        boolean capital = false;
        boolean small = false;
        boolean figure = false;
        while (end < text.length() && encodes(text.charAt(end))) {
            char c = text.charAt(end);
            capital |= c >= 'A' && c <= 'Z';
            small |= c >= 'a' && c <= 'z';
            figure |= c >= '0' && c <= '9';
            end++;
        }
        String payload = text.substring(at, end);
        return payload.length() >= ENCODED && capital && small && figure
                && put("<encoded " + payload.length() + " #" + AlertIdentity.hash(payload).substring(0, 6) + ">", end);
    }

    private static boolean encodes(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=';
    }

    private void word() {
        int end = at;
        int hex = 0;
        while (inWord(end)) {
            hex += HexFormat.isHexDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        int length = end - at;
        boolean figures = figures(at) > 0 || text.substring(at, end).chars().anyMatch(ShapeText::isFigure);
        boolean address = length > 6 && text.regionMatches(true, at, "0x", 0, 2) && hex == length - 1;
        if (address || length >= HEX && hex == length && figures) {
            put("<hex>", end);
            return;
        }
        boolean number = figures(at) == length;
        while (at < end) {
            int run = figures(at);
            if (run >= (number ? 2 : 3)) {
                put("<n>", at + run);
            } else {
                int next = Math.max(1, run);
                out.append(text.substring(at, at + next).toLowerCase(Locale.ROOT));
                at += next;
            }
        }
    }

    private boolean inWord(int index) {
        return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private boolean figure(int index) {
        return index < text.length() && isFigure(text.charAt(index));
    }

    private static boolean isFigure(int c) {
        return c >= '0' && c <= '9';
    }

    /** How many figures stand at a place. */
    private int figures(int from) {
        int end = from;
        while (figure(end)) {
            end++;
        }
        return end - from;
    }
}
