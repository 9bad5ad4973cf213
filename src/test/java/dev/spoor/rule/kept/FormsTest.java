package dev.spoor.rule.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.query.SpecFile;
import dev.spoor.query.eql.EqlLanguage;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.kql.KqlLanguage;
import dev.spoor.query.lucene.LuceneLanguage;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.sigma.SigmaLanguage;
import dev.spoor.query.text.QueryException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final QueryContext CONTEXT = new QueryContext(new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), Map.of()), Set.of("Image", "CommandLine"),
            Instant.EPOCH, ZoneOffset.UTC, QueryContext.Purpose.RULE, Map.of());

    private static List<Query.Events> queries() {
        List<Query.Events> all = new ArrayList<>();
        queries(new SigmaLanguage(), "sigma/match.spec", "logsource: {category: process_creation, product: windows}\ndetection: ", all);
        queries(new KqlLanguage(), "kql/match.spec", "", all);
        queries(new LuceneLanguage(), "lucene/match.spec", "", all);
        queries(new EqlLanguage(), "eql/match.spec", "", all);
        return all;
    }

    private static void queries(QueryLanguage language, String specs, String before, List<Query.Events> all) {
        for (SpecFile.Case spec : SpecFile.cases(specs)) {
            try {
                if (language.compile(before + spec.input(), CONTEXT) instanceof Query.Events events) {
                    all.add(events);
                }
            } catch (QueryException e) {
                assertTrue(!e.diagnostics().isEmpty(), spec.input());
            }
        }
    }

    /** The tables and the value, as in a file. */
    private static byte[] packed(Query.Events query) throws NotKeptException {
        Packer body = new Packer();
        ConditionForm.write(query, body);
        byte[] fields = body.fieldTable();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(body.textTable());
        out.writeBytes(fields);
        out.writeBytes(body.bytes());
        return out.toByteArray();
    }

    private static Query.Events read(byte[] bytes) throws DamagedFileException {
        return ConditionForm.read(Unpacker.of(bytes, 0, bytes.length).withTexts().withFields());
    }

    @Test void conditionsOfAllLanguagesComeBackEqual() throws Exception {
        int kept = 0;
        for (Query.Events query : queries()) {
            try {
                byte[] bytes = packed(query);
                assertEquals(query, read(bytes));
                kept++;
            } catch (NotKeptException e) {
                assertTrue(query.toString().contains("Literal"), "only constants of other types are not kept: " + query);
            }
        }
        assertTrue(kept > 200, kept + " conditions");
    }

    @Test void changedBytesAreAConditionOrDamageButNeverAFault() throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (Query.Events query : queries()) {
            try {
                all.add(packed(query));
            } catch (NotKeptException e) {
                assertTrue(query.toString().contains("Literal"));
            }
        }
        Random random = new Random(11);
        int damaged = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] bytes = all.get(random.nextInt(all.size())).clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes);
            } catch (DamagedFileException e) {
                damaged++;
            }
        }
        assertTrue(damaged > 10_000, damaged + " times damage was told");
    }

    @Test void conditionsNestedWithoutEndAreNotWrittenAndNotRead() throws Exception {
        Expression deep = Expression.TRUE;
        for (int i = 0; i < 5_000; i++) {
            deep = Expression.not(deep);
        }
        Query.Events query = new Query.Events(deep, Set.of(), List.of());
        assertThrows(NotKeptException.class, () -> packed(query));
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, 2, bytes.length, (byte) 4);
        assertEquals("nested too deep", assertThrows(DamagedFileException.class, () -> read(bytes)).getMessage());
    }

    @Test void numbersThatPromiseMoreThanTheFileHoldsAreDamage() {
        byte[] promise = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7, 0, 0};
        assertThrows(DamagedFileException.class, () -> read(promise));
        assertThrows(DamagedFileException.class, () -> read(new byte[] {0, 0, 2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7}));
        assertThrows(DamagedFileException.class,
                () -> read(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1}));
        assertThrows(DamagedFileException.class, () -> read(new byte[0]));
    }

    @Test void numbersOfAnySizeComeBack() throws Exception {
        for (long number : new long[] {0, 1, 127, 128, 300, Integer.MAX_VALUE, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Packer out = new Packer();
            out.number(number);
            assertEquals(number, Unpacker.of(out.bytes(), 0, out.bytes().length).number());
        }
    }

    @Test void regularExpressionsThatWouldFillTheMemoryAreNeitherCompiledNorReadNorWritten() throws Exception {
        String bomb = "(((a{1000}){1000}){1000})";
        String rule = "logsource: {category: process_creation, product: windows}\ndetection: {s: {Image|re: '" + bomb + "'}, condition: s}";
        assertThrows(QueryException.class, () -> new SigmaLanguage().compile(rule, CONTEXT));
        assertThrows(NotKeptException.class, () -> packed(new Query.Events(new Expression.AnyValue(new ValueTest.Matches(bomb, false, false, false)), Set.of(), List.of())));
        byte[] small = packed(new Query.Events(new Expression.AnyValue(new ValueTest.Matches("x".repeat(bomb.length()), false, false, false)), Set.of(), List.of()));
        byte[] evil = new String(small, StandardCharsets.ISO_8859_1).replace("x".repeat(bomb.length()), bomb).getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(DamagedFileException.class, () -> read(evil));
    }

    @Test void aTextThatUtf8CannotSayIsNotKept() {
        assertThrows(NotKeptException.class, () -> new Packer().text("half \ud83d"));
    }
}
