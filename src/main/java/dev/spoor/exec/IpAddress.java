package dev.spoor.exec;

import java.util.Optional;

/**
 * An IP address as 128 bits; IPv4 addresses as IPv6 has them ({@code ::ffff:0:0/96}), so that both compare as Lucene compares them.
 *
 * @param high the first 64 bits
 * @param low  the last 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    private static final long MAPPED = 0xFFFF_0000_0000L;

    /** Reads an address in one of its usual spellings (RFC 4291); a zone behind {@code %} does not count. */
    public static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (address.length() < 2 || address.length() > 45) {
            return Optional.empty();
        }
        if (address.indexOf(':') >= 0) {
            return parse6(address);
        }
        long four = zone < 0 ? parse4(address) : -1;
        return four < 0 ? Optional.empty() : Optional.of(new IpAddress(0, MAPPED | four));
    }

    boolean isV4() {
        return high == 0 && low >>> 32 == 0xFFFFL;
    }

    @Override public int compareTo(IpAddress other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    private static long parse4(String text) {
        long address = 0;
        int octets = 0;
        int begin = 0;
        while (begin <= text.length()) {
            int dot = text.indexOf('.', begin);
            int end = dot < 0 ? text.length() : dot;
            int octet = octet(text, begin, end);
            if (octet < 0 || ++octets > 4) {
                return -1;
            }
            address = address << 8 | octet;
            begin = end + 1;
        }
        return octets == 4 ? address : -1;
    }

    private static int octet(String text, int begin, int end) {
        boolean leadingZero = end - begin > 1 && text.charAt(begin) == '0';
        if (end == begin || end - begin > 3 || leadingZero) {
            return -1;
        }
        int octet = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            octet = octet * 10 + c - '0';
        }
        return octet <= 255 ? octet : -1;
    }

    private static Optional<IpAddress> parse6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = groups(text);
            return groups.length == 8 ? Optional.of(of(groups, new int[0])) : Optional.empty();
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int[] head = before.isEmpty() ? new int[0] : groups(before);
        int[] tail = after.isEmpty() ? new int[0] : groups(after);
        boolean bad = !before.isEmpty() && head.length == 0 || !after.isEmpty() && tail.length == 0 || before.indexOf('.') >= 0;
        return bad || head.length + tail.length > 7 ? Optional.empty() : Optional.of(of(head, tail));
    }

    /** The 16-bit groups of a text without a gap; none where it is wrong. */
    private static int[] groups(String text) {
        String[] parts = text.split(":", -1);
        boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
        int[] groups = new int[parts.length + (dotted ? 1 : 0)];
        int plain = dotted ? parts.length - 1 : parts.length;
        for (int i = 0; i < plain; i++) {
            groups[i] = group(parts[i]);
            if (groups[i] < 0) {
                return new int[0];
            }
        }
        if (dotted) {
            long four = parse4(parts[plain]);
            if (four < 0) {
                return new int[0];
            }
            groups[plain] = (int) (four >>> 16);
            groups[plain + 1] = (int) (four & 0xFFFF);
        }
        return groups;
    }

    private static int group(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int group = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            group = group << 4 | digit;
        }
        return group;
    }

    private static IpAddress of(int[] head, int[] tail) {
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            int fromEnd = 8 - i;
            int group = i < head.length ? head[i] : fromEnd <= tail.length ? tail[tail.length - fromEnd] : 0;
            halves[i >> 2] = halves[i >> 2] << 16 | group;
        }
        return new IpAddress(halves[0], halves[1]);
    }
}
