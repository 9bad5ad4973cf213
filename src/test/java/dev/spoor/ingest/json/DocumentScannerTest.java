package dev.spoor.ingest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.spoor.event.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast reader of documents against the general one. */
class DocumentScannerTest {
    private static final List<String> DOCUMENTS =
            List.of("{}", " { } ", "{\"a\":1}", "{\"a\":-0.5e+3,\"b\":[1,2,[3]],\"c\":[],\"d\":{}}", "{\"a\":{\"b\":{\"c\":\"x\"}},\"a.b\":{\"c\":2}}",
                    "{\"a\":\"C:\\\\Windows\\\\x\\r\\n\\t\\/\\\"\",\"b\":\"\\u00e4\\ud83d\\ude00\\ud800\"}", "{\"\":1,\"x\":{\"\":2}}",
                    "{\"a\":[{\"b\":1},{\"b\":[2,{\"c\":null}]},{}],\"z\":true}",
                    "{\"_index\":\"i\",\"_source\":{\"a\":1},\"_id\":\"7\"}", "{\"_source\":{\"a\":1}}", "{\"a\":\"\u00e4\u20ac\ud83d\ude00\"}", "{\"\u00e4\":1,\"a\\u0062\":2}",
                    "{\"a\":01}", "{\"a\":1.}",
                    "{\"a\":+1}", "{\"a\":\"x\u0001\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":tru}", "{\"a\" 1}", "{\"a\":1,}", "{\"a\":1} x", "{\"a\":[1,]}",
                    "{\"a\":\"", "{", "[]", "1", "",
                    "{\"a\":nul", "{\"a\":1 \"b\":2}", "{\"a\":\"b\",\"a\":\"c\"}", "{\"a\":\"\uFFFD\"}", "{'a':1}", "{\"a\":NaN}", "{\"a\":1e}", "{\"a\":\"\\ud800\\u0041\"}",
                    "{\"a\":\"\\\"}");

    @Test void documentsAreReadAsByTheGeneralReader() {
        DocumentParser fast = new DocumentParser(JsonLimits.DEFAULT);
        for (String document : DOCUMENTS) {
            same(fast, document.getBytes(StandardCharsets.UTF_8), document);
            same(fast, document.getBytes(StandardCharsets.UTF_8), document + " again");
        }
    }

    @Test void damagedDocumentsAreReadAsByTheGeneralReader() {
        Random random = new Random(7);
        DocumentParser fast = new DocumentParser(JsonLimits.DEFAULT);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = DOCUMENTS.get(random.nextInt(DOCUMENTS.size())).getBytes(StandardCharsets.UTF_8);
            for (int hit = random.nextInt(3); hit > 0 && bytes.length > 0; hit--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : "{}[]\",:\\0e-.".charAt(random.nextInt(12)));
            }
            same(fast, bytes, Arrays.toString(bytes));
        }
    }

    @Test void aValueThatIsNoTextIsLeftToTheGeneralReaderEachTime() {
        StringBytes strings = new StringBytes();
        byte[] broken = {'a', (byte) 0xC3, 'b'};
        assertNull(strings.read(broken, 0, broken.length));
        assertEquals("ab", strings.read("xaby".getBytes(StandardCharsets.UTF_8), 1, 3));
    }

    private static void same(DocumentParser fast, byte[] bytes, String name) {
        List<Object> expected = read(new DocumentParser(JsonLimits.DEFAULT), bytes, false);
        assertEquals(expected, read(fast, bytes, true), name);
    }

    private static List<Object> read(DocumentParser parser, byte[] bytes, boolean fast) {
        try {
            Map<String, Values> fields = fast ? parser.parse(bytes, 0, bytes.length) : parser.parseAny(bytes, 0, bytes.length);
            List<Object> all = new ArrayList<>();
            fields.forEach((path, values) -> all.add(path + "=" + values));
            return all;
        } catch (MalformedDocument e) {
            return List.of(e.getMessage());
        }
    }
}
