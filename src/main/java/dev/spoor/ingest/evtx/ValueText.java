package dev.spoor.ingest.evtx;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Writes values as Windows writes them in event XML. Not thread-safe: it keeps buffers. */
final class ValueText {
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final int SID_HEAD = 8;

    private final Utf16 utf16 = new Utf16();
    private final StringBuilder text = new StringBuilder(64);

    /**
     * The text of one value.
     *
     * @param type what it is, without the array flag; a type that nobody knows is written as hexadecimal bytes
     * @throws DecodeException if the size does not fit the type
     */
    String text(byte[] bytes, int from, int size, int type) throws DecodeException {
        if (size == 0) {
            return "";
        }
        return switch (type) {
            case ValueType.NULL -> "";
            case ValueType.STRING, ValueType.XML -> utf16.text(bytes, from, size);
            case ValueType.ANSI -> ansi(bytes, from, size);
            case ValueType.BINARY -> hex(bytes, from, size);
            case ValueType.SID -> sid(bytes, from, size);
            default -> fixed(bytes, from, size, type);
        };
    }

    /** The text of a FILETIME. */
    String fileTime(long ticks) {
        return TimeText.fileTime(ticks, text);
    }

    /** The characters of literal text in BinXML, which has no terminator. */
    String chars(byte[] bytes, int from, int count) {
        return utf16.chars(bytes, from, count);
    }

    private String fixed(byte[] bytes, int from, int size, int type) throws DecodeException {
        return switch (type) {
            case ValueType.INT8, ValueType.INT16, ValueType.INT32, ValueType.INT64 -> Long.toString(signed(bytes, from, size));
            case ValueType.UINT8, ValueType.UINT16, ValueType.UINT32, ValueType.UINT64 -> unsigned(bytes, from, size);
            case ValueType.HEX32, ValueType.HEX64, ValueType.SIZE, ValueType.HANDLE -> hexNumber(bytes, from, size);
            case ValueType.BOOL -> signed(bytes, from, size) == 0 ? "false" : "true";
            case ValueType.REAL32 -> real(Float.toString(Float.intBitsToFloat(ByteCursor.i32(bytes, sized(from, size, 4, type)))));
            case ValueType.REAL64 -> real(Double.toString(Double.longBitsToDouble(ByteCursor.i64(bytes, sized(from, size, 8, type)))));
            case ValueType.GUID -> guid(bytes, sized(from, size, 16, type));
            case ValueType.FILETIME -> TimeText.fileTime(ByteCursor.i64(bytes, sized(from, size, 8, type)), text);
            case ValueType.SYSTEMTIME -> TimeText.systemTime(bytes, sized(from, size, 16, type), text);
            default -> hex(bytes, from, size);
        };
    }

    /** The texts of an array's items; strings end with a zero, other items have the size of their type. */
    List<String> items(byte[] bytes, int from, int size, int type) throws DecodeException {
        if (type == ValueType.STRING || type == ValueType.ANSI) {
            return strings(bytes, from, size, type);
        }
        List<String> items = new ArrayList<>();
        int at = from;
        int end = from + size;
        while (at < end) {
            int length = type == ValueType.SID ? sidLength(bytes, at, end - at) : ValueType.size(type);
            if (length == 0) {
                items.add(text(bytes, at, end - at, type));
                break;
            }
            if (length > end - at) {
                throw new DecodeException("array of type " + type + " ends within an item");
            }
            items.add(text(bytes, at, length, type));
            at += length;
        }
        return items;
    }

    private List<String> strings(byte[] bytes, int from, int size, int type) throws DecodeException {
        List<String> items = new ArrayList<>();
        int width = type == ValueType.STRING ? 2 : 1;
        int end = from + size / width * width;
        int start = from;
        for (int at = from; at < end; at += width) {
            if (bytes[at] == 0 && bytes[at + width - 1] == 0) {
                items.add(text(bytes, start, at - start, type));
                start = at + width;
            }
        }
        if (start < end) {
            items.add(text(bytes, start, end - start, type));
        }
        return items;
    }

    private static long signed(byte[] bytes, int from, int size) throws DecodeException {
        return switch (size) {
            case 1 -> bytes[from];
            case 2 -> (short) ByteCursor.u16(bytes, from);
            case 4 -> ByteCursor.i32(bytes, from);
            case 8 -> ByteCursor.i64(bytes, from);
            default -> throw new DecodeException("number of " + size + " bytes");
        };
    }

    private static String unsigned(byte[] bytes, int from, int size) throws DecodeException {
        return switch (size) {
            case 1 -> Integer.toString(bytes[from] & 0xFF);
            case 2 -> Integer.toString(ByteCursor.u16(bytes, from));
            case 4 -> Integer.toUnsignedString(ByteCursor.i32(bytes, from));
            default -> Long.toUnsignedString(signed(bytes, from, size));
        };
    }

    private static String hexNumber(byte[] bytes, int from, int size) throws DecodeException {
        return "0x" + (size == 4 ? Integer.toHexString(ByteCursor.i32(bytes, from)) : Long.toHexString(signed(bytes, from, size)));
    }

    /** Whole numbers without a fraction, as C writes them. */
    private static String real(String java) {
        return java.endsWith(".0") ? java.substring(0, java.length() - 2) : java;
    }

    private static int sized(int from, int size, int expected, int type) throws DecodeException {
        if (size != expected) {
            throw new DecodeException("value of type " + type + " has " + size + " bytes, not " + expected);
        }
        return from;
    }

    private static String ansi(byte[] bytes, int from, int size) {
        int length = size;
        while (length > 0 && bytes[from + length - 1] == 0) {
            length--;
        }
        return new String(bytes, from, length, ANSI);
    }

    private String hex(byte[] bytes, int from, int size) {
        text.setLength(0);
        for (int i = from; i < from + size; i++) {
            HexDigits.upper(text, bytes[i]);
        }
        return text.toString();
    }

    private String guid(byte[] bytes, int from) {
        text.setLength(0);
        text.append('{');
        HexDigits.reversed(text, bytes, from, 4);
        text.append('-');
        HexDigits.reversed(text, bytes, from + 4, 2);
        text.append('-');
        HexDigits.reversed(text, bytes, from + 6, 2);
        text.append('-');
        HexDigits.forward(text, bytes, from + 8, 2);
        text.append('-');
        HexDigits.forward(text, bytes, from + 10, 6);
        return text.append('}').toString();
    }

    private String sid(byte[] bytes, int from, int size) throws DecodeException {
        int length = sidLength(bytes, from, size);
        if (length > size) {
            throw new DecodeException("SID of " + length + " bytes in " + size);
        }
        long authority = 0;
        for (int i = 2; i < SID_HEAD; i++) {
            authority = authority << 8 | bytes[from + i] & 0xFF;
        }
        text.setLength(0);
        text.append("S-").append(bytes[from] & 0xFF).append('-');
        if (authority > 0xFFFFFFFFL) {
            text.append("0x").append(Long.toHexString(authority));
        } else {
            text.append(authority);
        }
        for (int at = from + SID_HEAD; at < from + length; at += 4) {
            text.append('-').append(ByteCursor.i32(bytes, at) & 0xFFFFFFFFL);
        }
        return text.toString();
    }

    private static int sidLength(byte[] bytes, int from, int left) throws DecodeException {
        if (left < SID_HEAD) {
            throw new DecodeException("SID of " + left + " bytes");
        }
        return SID_HEAD + 4 * (bytes[from + 1] & 0xFF);
    }
}
