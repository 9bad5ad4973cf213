package dev.spoor.ingest.evtx;

/** The tokens of BinXML; {@link #MORE} beside one says that another of its kind follows, or that an element has attributes. */
final class Token {
    static final int END = 0x00;
    static final int OPEN = 0x01;
    static final int CLOSE_START = 0x02;
    static final int CLOSE_EMPTY = 0x03;
    static final int CLOSE = 0x04;
    static final int VALUE = 0x05;
    static final int ATTRIBUTE = 0x06;
    static final int CDATA = 0x07;
    static final int CHARACTER = 0x08;
    static final int ENTITY = 0x09;
    static final int INSTRUCTION_TARGET = 0x0A;
    static final int INSTRUCTION_DATA = 0x0B;
    static final int INSTANCE = 0x0C;
    static final int SUBSTITUTION = 0x0D;
    static final int OPTIONAL_SUBSTITUTION = 0x0E;
    static final int FRAGMENT = 0x0F;
    static final int MORE = 0x40;

    private Token() {}

    /** The token of a byte without its flag. */
    static int of(int code) {
        return code & ~MORE;
    }
}
