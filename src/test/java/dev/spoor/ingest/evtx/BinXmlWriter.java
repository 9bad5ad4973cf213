package dev.spoor.ingest.evtx;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Writes BinXML token by token into a chunk. Sizes are filled in when what they measure is complete. Not thread-safe. */
public final class BinXmlWriter {
    private final ChunkWriter chunk;
    private final ByteBuffer out;
    private final Deque<Integer> sizes = new ArrayDeque<>();
    private boolean template;

    BinXmlWriter(ChunkWriter chunk) {
        this.chunk = chunk;
        out = chunk.out;
    }

    /** What follows is a template definition: elements have dependency ids. */
    BinXmlWriter template() {
        template = true;
        return this;
    }

    public BinXmlWriter header() {
        out.put((byte) Token.FRAGMENT).put((byte) 1).put((byte) 1).put((byte) 0);
        return this;
    }

    public void end() {
        out.put((byte) Token.END);
    }

    /** Begins an element; {@code attributes} writes its attributes, or is null. */
    public BinXmlWriter open(String name, int dependency, Consumer<BinXmlWriter> attributes) {
        out.put((byte) (Token.OPEN | (attributes == null ? 0 : Token.MORE)));
        if (template) {
            out.putShort((short) dependency);
        }
        sizes.push(out.position());
        out.putInt(0);
        chunk.name(name);
        if (attributes != null) {
            int at = out.position();
            out.putInt(0);
            attributes.accept(this);
            out.putInt(at, out.position() - at - 4);
        }
        return this;
    }

    public BinXmlWriter open(String name, Consumer<BinXmlWriter> attributes) {
        return open(name, Node.NONE, attributes);
    }

    public BinXmlWriter open(String name) {
        return open(name, Node.NONE, null);
    }

    public BinXmlWriter content() {
        out.put((byte) Token.CLOSE_START);
        return this;
    }

    public BinXmlWriter close() {
        return ended(Token.CLOSE);
    }

    public BinXmlWriter closeEmpty() {
        return ended(Token.CLOSE_EMPTY);
    }

    private BinXmlWriter ended(int token) {
        out.put((byte) token);
        int at = sizes.pop();
        out.putInt(at, out.position() - at - 4);
        return this;
    }

    public BinXmlWriter attribute(String name, boolean another) {
        out.put((byte) (Token.ATTRIBUTE | (another ? Token.MORE : 0)));
        chunk.name(name);
        return this;
    }

    public BinXmlWriter text(String text) {
        out.put((byte) Token.VALUE).put((byte) ValueType.STRING);
        return chars(text);
    }

    public BinXmlWriter cdata(String text) {
        out.put((byte) Token.CDATA);
        return chars(text);
    }

    public BinXmlWriter entity(String name) {
        out.put((byte) Token.ENTITY);
        chunk.name(name);
        return this;
    }

    public BinXmlWriter character(char c) {
        out.put((byte) Token.CHARACTER).putChar(c);
        return this;
    }

    public BinXmlWriter instruction(String target, String text) {
        out.put((byte) Token.INSTRUCTION_TARGET);
        chunk.name(target);
        out.put((byte) Token.INSTRUCTION_DATA);
        return chars(text);
    }

    private BinXmlWriter chars(String text) {
        out.putShort((short) text.length());
        text.chars().forEach(c -> out.putChar((char) c));
        return this;
    }

    public BinXmlWriter slot(int index, int type, boolean optional) {
        out.put((byte) (optional ? Token.OPTIONAL_SUBSTITUTION : Token.SUBSTITUTION)).putShort((short) index).put((byte) type);
        return this;
    }

    /**
     * Writes a template instance.
     *
     * @param key    what the definition is known by
     * @param body   writes the definition
     * @param nested writes the last value, a fragment of its own, or is null
     */
    public BinXmlWriter instance(String key, byte[] guid, Consumer<BinXmlWriter> body, List<Datum> values, Consumer<BinXmlWriter> nested) {
        out.put((byte) Token.INSTANCE).put((byte) 1);
        chunk.template(key, guid, body);
        out.putInt(values.size() + (nested == null ? 0 : 1));
        List<byte[]> bytes = values.stream().map(Datum::bytes).toList();
        for (int i = 0; i < bytes.size(); i++) {
            out.putShort((short) bytes.get(i).length).put((byte) values.get(i).type()).put((byte) 0);
        }
        int descriptor = out.position();
        if (nested != null) {
            out.putShort((short) 0).put((byte) ValueType.BINXML).put((byte) 0);
        }
        bytes.forEach(out::put);
        if (nested != null) {
            int at = out.position();
            nested.accept(new BinXmlWriter(chunk));
            out.putShort(descriptor, (short) (out.position() - at));
        }
        return this;
    }
}
