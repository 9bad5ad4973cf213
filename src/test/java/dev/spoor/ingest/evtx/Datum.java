package dev.spoor.ingest.evtx;

import dev.spoor.event.Time;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A value to be written to an event log.
 *
 * @param name  the Name attribute of its Data; empty for an unnamed Data, {@code #Binary} for a Binary element
 * @param type  one of {@link ValueType}, with or without the array flag
 * @param texts its text as Windows shows it; several for an array, none for NULL
 */
public record Datum(String name, int type, List<String> texts) {
    private static final Charset ANSI = Charset.forName("windows-1252");

    /** A string. */
    public static Datum string(String name, String text) {
        return new Datum(name, ValueType.STRING, List.of(text));
    }

    /** A value of any type, by its text. */
    public static Datum of(String name, int type, String text) {
        return new Datum(name, type, List.of(text));
    }

    /** A number without sign. */
    public static Datum number(String name, long number) {
        return of(name, ValueType.UINT32, Long.toString(number));
    }

    /** A truth value. */
    public static Datum bool(String name, boolean value) {
        return of(name, ValueType.BOOL, Boolean.toString(value));
    }

    /** A number as {@code 0x3e7}. */
    public static Datum hex(String name, String text) {
        return of(name, ValueType.HEX64, text);
    }

    /** A security identifier. */
    public static Datum sid(String name, String text) {
        return of(name, ValueType.SID, text);
    }

    /** A GUID as {@code {54849625-5478-4994-a5ba-3e3b0328c30d}}. */
    public static Datum guid(String name, String text) {
        return of(name, ValueType.GUID, text);
    }

    /** No value. */
    public static Datum none(String name) {
        return new Datum(name, ValueType.NULL, List.of());
    }

    /** The bytes of the value. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean array = (type & ValueType.ARRAY) != 0;
        for (String text : texts) {
            out.writeBytes(bytes(type & ~ValueType.ARRAY, text));
            if (array && (type & ~ValueType.ARRAY) <= ValueType.ANSI) {
                out.writeBytes(new byte[type == (ValueType.ARRAY | ValueType.STRING) ? 2 : 1]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int type, String text) {
        return switch (type) {
            case ValueType.NULL -> new byte[0];
            case ValueType.STRING -> text.getBytes(StandardCharsets.UTF_16LE);
            case ValueType.ANSI -> text.getBytes(ANSI);
            case ValueType.BINARY -> HexFormat.of().parseHex(text);
            case ValueType.BOOL -> number(text.equals("true") ? BigInteger.ONE : BigInteger.ZERO, 4);
            case ValueType.REAL32 -> number(BigInteger.valueOf(Float.floatToRawIntBits(Float.parseFloat(text))), 4);
            case ValueType.REAL64 -> number(BigInteger.valueOf(Double.doubleToRawLongBits(Double.parseDouble(text))), 8);
            case ValueType.GUID -> guid(text);
            case ValueType.SID -> sid(text);
            case ValueType.FILETIME -> number(BigInteger.valueOf(fileTime(text)), 8);
            case ValueType.SYSTEMTIME -> systemTime(text);
            case ValueType.HEX32, ValueType.HEX64, ValueType.SIZE, ValueType.HANDLE -> number(new BigInteger(text.substring(2), 16), ValueType.size(type));
            default -> number(new BigInteger(text), ValueType.size(type));
        };
    }

    private static byte[] number(BigInteger value, int size) {
        ByteBuffer out = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value.longValue());
        return Arrays.copyOf(out.array(), size);
    }

    private static byte[] guid(String text) {
        UUID id = UUID.fromString(text.substring(1, text.length() - 1));
        long high = id.getMostSignificantBits();
        ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        return out.order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits()).array();
    }

    private static byte[] sid(String text) {
        String[] parts = text.split("-");
        ByteBuffer out = ByteBuffer.allocate(8 + 4 * (parts.length - 3)).order(ByteOrder.LITTLE_ENDIAN);
        long authority = Long.decode(parts[2]);
        out.put(Byte.parseByte(parts[1])).put((byte) (parts.length - 3)).put((byte) (authority >> 40)).put((byte) (authority >> 32));
        out.put((byte) (authority >> 24)).put((byte) (authority >> 16)).put((byte) (authority >> 8)).put((byte) authority);
        for (int i = 3; i < parts.length; i++) {
            out.putInt((int) Long.parseLong(parts[i]));
        }
        return out.array();
    }

    static long fileTime(String text) {
        return Time.parse(text) - Time.ofFileTime(0);
    }

    private static byte[] systemTime(String text) {
        ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        String[] parts = text.split("[^0-9]");
        int[] order = {0, 1, -1, 2, 3, 4, 5, 6};
        for (int part : order) {
            out.putShort(part < 0 ? 0 : Short.parseShort(parts[part]));
        }
        return out.array();
    }
}
