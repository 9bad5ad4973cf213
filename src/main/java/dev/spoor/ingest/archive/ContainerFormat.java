package dev.spoor.ingest.archive;

import java.util.Optional;

/** What kinds of containers there are, told apart by their first bytes, whatever their names are. */
public enum ContainerFormat {
    ZIP("zip", false), SEVEN_ZIP("7z", false), TAR("tar", false), GZIP("gz", true), BZIP2("bz2", true), XZ("xz", true), ZSTD("zst", true);

    private static final int TAR_HEADER = 512;
    private static final int TAR_CHECKSUM = 148;

    private final String word;
    private final boolean stream;

    ContainerFormat(String word, boolean stream) {
        this.word = word;
        this.stream = stream;
    }

    /** The usual suffix of its files, without the dot. */
    public String word() {
        return word;
    }

    /** Whether it holds the bytes of one file only. */
    boolean stream() {
        return stream;
    }

    /**
     * What a file that begins so is, empty if it is no container.
     *
     * @param head the first bytes of the file, 512 or more where it has them
     */
    public static Optional<ContainerFormat> of(byte[] head) {
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6) || begins(head, 'P', 'K', 7, 8, 'P', 'K', 3, 4)) {
            return Optional.of(ZIP);
        }
        if (begins(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return Optional.of(SEVEN_ZIP);
        }
        if (begins(head, 0x1F, 0x8B, 8)) {
            return Optional.of(GZIP);
        }
        if (begins(head, 'B', 'Z', 'h') && head.length > 9 && head[3] >= '1' && head[3] <= '9' && (head[4] == 0x31 || head[4] == 0x17)) {
            return Optional.of(BZIP2);
        }
        if (begins(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return Optional.of(XZ);
        }
        boolean skippable = head.length > 4 && (head[0] & 0xF0) == 0x50 && begins(tail(head), 0x2A, 0x4D, 0x18);
        if (begins(head, 0x28, 0xB5, 0x2F, 0xFD) || skippable) {
            return Optional.of(ZSTD);
        }
        return tar(head) ? Optional.of(TAR) : Optional.empty();
    }

    private static byte[] tail(byte[] head) {
        return new byte[] {head[1], head[2], head[3]};
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A tar has no magic that all writers agree on, but its header carries the sum of its bytes, its own field counted as blanks. */
    static boolean tar(byte[] head) {
        if (head.length < TAR_HEADER || head[0] == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAR_HEADER; i++) {
            sum += i >= TAR_CHECKSUM && i < TAR_CHECKSUM + 8 ? ' ' : head[i] & 0xFF;
        }
        return sum == octal(head);
    }

    private static int octal(byte[] head) {
        int number = 0;
        int digits = 0;
        for (int i = TAR_CHECKSUM; i < TAR_CHECKSUM + 8; i++) {
            if (head[i] >= '0' && head[i] <= '7') {
                number = number * 8 + head[i] - '0';
                digits++;
            } else if (digits > 0 || head[i] != ' ') {
                break;
            }
        }
        return digits == 0 ? -1 : number;
    }
}
