package dev.spoor.normalize;

import java.util.Optional;

/** Recognises IP addresses by their spelling; nothing is looked up. */
final class Addresses {
    private Addresses() {}

    /** The address as Elastic's pipelines spell it: an IPv4 address in IPv6 form as IPv4, {@code LOCAL} as 127.0.0.1; empty where it is none. */
    static Optional<String> clean(String text) {
        String address = text.strip();
        if (address.equals("LOCAL")) {
            return Optional.of("127.0.0.1");
        }
        if (address.regionMatches(true, 0, "::ffff:", 0, 7) && address.indexOf('.') > 0) {
            address = address.substring(7);
        }
        return is4(address) || is6(address) ? Optional.of(address) : Optional.empty();
    }

    static boolean is4(String text) {
        int parts = 0;
        int at = 0;
        while (at < text.length()) {
            int from = at;
            int value = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - from < 4) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            if (at == from || at - from > 3 || value > 255 || ++parts > 4) {
                return false;
            }
            if (at < text.length() && (text.charAt(at++) != '.' || at == text.length())) {
                return false;
            }
        }
        return parts == 4;
    }

    static boolean is6(String text) {
        int colons = 0;
        int end = text.indexOf('%') > 0 ? text.indexOf('%') : text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if (c != '.' && (c > 'f' || Character.digit(c, 16) < 0)) {
                return false;
            }
        }
        return colons >= 2 && colons <= 8 && end <= 45;
    }

    /** The bytes of an address that {@link #is4} or {@link #is6} accepts, or empty where it is malformed after all. */
    static Optional<byte[]> bytes(String text) {
        return is4(text) ? Optional.of(bytes4(text)) : bytes6(text.indexOf('%') > 0 ? text.substring(0, text.indexOf('%')) : text);
    }

    private static byte[] bytes4(String text) {
        String[] parts = text.split("\\.");
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static Optional<byte[]> bytes6(String text) {
        int gap = text.indexOf("::");
        byte[] bytes = new byte[16];
        if (gap < 0) {
            return groups(text, bytes, 0) == 16 ? Optional.of(bytes) : Optional.empty();
        }
        byte[] tail = new byte[16];
        int before = groups(text.substring(0, gap), bytes, 0);
        int behind = groups(text.substring(gap + 2), tail, 0);
        if (before < 0 || behind < 0 || before + behind > 16) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, bytes, 16 - behind, behind);
        return Optional.of(bytes);
    }

    /** Writes groups of hexadecimal digits; returns the place behind them, -1 where one is malformed. */
    private static int groups(String text, byte[] into, int at) {
        if (text.isEmpty()) {
            return at;
        }
        int place = at;
        for (String group : text.split(":", -1)) {
            boolean dotted = is4(group);
            if (dotted && place <= 12) {
                System.arraycopy(bytes4(group), 0, into, place, 4);
                place += 4;
            } else if (!dotted && !group.isEmpty() && group.length() <= 4 && group.indexOf('.') < 0 && place <= 14) {
                int value = Integer.parseInt(group, 16);
                into[place++] = (byte) (value >> 8);
                into[place++] = (byte) value;
            } else {
                return -1;
            }
        }
        return place;
    }
}
