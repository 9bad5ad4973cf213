package dev.spoor.query.parse;

/** Checks the spelling of IP addresses and blocks, so that a query or a list is refused before it is used. */
public final class IpText {
    private IpText() {}

    /** Whether a text is an IPv4 address (four decimal numbers) or an IPv6 address (RFC 4291), without a zone. */
    public static boolean address(String text) {
        return v4(text) || v6(text);
    }

    /** Whether a text is an address, a slash and a prefix length that such an address can have. */
    public static boolean block(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !address(text.substring(0, slash))) {
            return false;
        }
        int length = number(text.substring(slash + 1), 3);
        return length >= 0 && length <= (text.indexOf(':') < 0 ? 32 : 128);
    }

    private static boolean v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            int number = number(part, 3);
            if (number < 0 || number > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean v6(String text) {
        if (text.length() > 45 || text.indexOf(':') < 0) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        String left = text.substring(0, gap);
        String right = text.substring(gap + 2);
        int before = left.isEmpty() ? 0 : groups(left, false);
        int after = right.isEmpty() ? 0 : groups(right, true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /** How many 16-bit groups a text without {@code ::} has, or -1. */
    private static int groups(String text, boolean last) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && v4(parts[i])) {
                count += 2;
            } else if (parts[i].isEmpty() || parts[i].length() > 4 || !parts[i].chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
                return -1;
            } else {
                count++;
            }
        }
        return count;
    }

    private static int number(String text, int longest) {
        boolean digits = !text.isEmpty() && text.length() <= longest && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
