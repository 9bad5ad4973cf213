package dev.spoor.ingest.evtx;

/** The type numbers of BinXML values, MS-EVEN6 2.2.12 and what is seen in files. */
final class ValueType {
    static final int NULL = 0x00;
    static final int STRING = 0x01;
    static final int ANSI = 0x02;
    static final int INT8 = 0x03;
    static final int UINT8 = 0x04;
    static final int INT16 = 0x05;
    static final int UINT16 = 0x06;
    static final int INT32 = 0x07;
    static final int UINT32 = 0x08;
    static final int INT64 = 0x09;
    static final int UINT64 = 0x0A;
    static final int REAL32 = 0x0B;
    static final int REAL64 = 0x0C;
    static final int BOOL = 0x0D;
    static final int BINARY = 0x0E;
    static final int GUID = 0x0F;
    static final int SIZE = 0x10;
    static final int FILETIME = 0x11;
    static final int SYSTEMTIME = 0x12;
    static final int SID = 0x13;
    static final int HEX32 = 0x14;
    static final int HEX64 = 0x15;
    static final int HANDLE = 0x20;
    static final int BINXML = 0x21;
    static final int XML = 0x23;
    /** Set beside the type of the items. */
    static final int ARRAY = 0x80;

    private ValueType() {}

    /** Bytes of one value, or 0 where values of the type differ in size. */
    static int size(int type) {
        return switch (type) {
            case INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, REAL32, BOOL, HEX32, HANDLE -> 4;
            case INT64, UINT64, REAL64, FILETIME, HEX64, SIZE -> 8;
            case GUID, SYSTEMTIME -> 16;
            default -> 0;
        };
    }
}
