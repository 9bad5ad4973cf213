package dev.spoor.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VariantShapeTest {
    private static final String START =
            "{\"host\":{\"name\":\"%s\"},\"user\":{\"name\":\"%s\"},\"event\":{\"code\":\"1\"},\"process\":{\"pid\":%d,\"executable\":\"C:\\\\Windows\\\\System32\\\\certutil.exe\","
                    + "\"command_line\":\"certutil.exe -backupDB %s\",\"parent\":{\"executable\":\"C:\\\\Windows\\\\System32\\\\%s\"}}}";

    static Stream<Arguments> texts() throws IOException {
        try (var in = VariantShapeTest.class.getResourceAsStream("/triage/shape-texts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> Arguments.of((Object[]) line.split(" \\| ")))
                    .toList().stream();
        }
    }

    @ParameterizedTest @MethodSource("texts")
    void whatDiffersFromRunToRunIsLeftOut(String value, String shape) {
        assertEquals(shape, ShapeText.of(value));
        assertEquals(shape, ShapeText.of("  " + value + "\n"));
    }

    @Test void hostileTextsTakeTimeInProportion() {
        for (String part : List.of("a", "1", "-", "C:\\Users\\", "S-1-5-21-", "1.", "aB3", "\\temp\\~", "2024-")) {
            ShapeText.of(part.repeat(2_000_000 / part.length()));
        }
    }

    private static AlertFields event(String host, String user, int pid, String folder, String parent) throws JsonProcessingException {
        return fields(START.formatted(host, user, pid, folder, parent), Map.of());
    }

    private static AlertFields fields(String document, Map<String, Object> row) throws JsonProcessingException {
        return new AlertFields(new ObjectMapper().readTree(document), row);
    }

    @Test void hostProcessNumberAndPersonDoNotMatter() throws Exception {
        Variant one = VariantShape.of("r1", List.of(event("ca01", "m.okafor", 6120, "D:\\\\b1234", "cmd.exe")));
        assertEquals("cmd.exe → certutil.exe -backupdb d:\\b<n> · person", one.shape());
        assertEquals(one, VariantShape.of("r1", List.of(event("ca02", "r.osei", 88, "d:\\\\b98765", "CMD.EXE"))));
    }

    @ParameterizedTest @CsvSource({"r2, m.okafor, D:, cmd.exe", "r1, svc-backup, D:, cmd.exe", "r1, m.okafor, E:, cmd.exe", "r1, m.okafor, D:, wsmprovhost.exe"})
    void ruleKindOfUserCommandAndParentDo(String rule, String user, String folder, String parent) throws Exception {
        assertNotEquals(VariantShape.of("r1", List.of(event("ca01", "m.okafor", 1, "D:", "cmd.exe"))).id(),
                VariantShape.of(rule, List.of(event("ca01", user, 1, folder, parent))).id());
    }

    @Test void aSequenceHasTheShapesOfAllItsSteps() throws Exception {
        AlertFields first = event("ca01", "m.okafor", 1, "D:", "cmd.exe");
        AlertFields second = fields("{\"event\":{\"code\":\"4876\",\"action\":\"backup started\"},\"user\":{\"name\":\"m.okafor\"}}", Map.of());
        Variant variant = VariantShape.of("r1", List.of(first, second, second));
        assertEquals("cmd.exe → certutil.exe -backupdb d: · person ⇒ 4876 backup started · person", variant.shape());
        assertEquals(variant, VariantShape.of("r1", List.of(first, second)));
        assertNotEquals(variant.id(), VariantShape.of("r1", List.of(second)).id());
    }

    @Test void aRowTellsByTheColumnsThatItHas() throws Exception {
        Variant one = VariantShape.of("r1", List.of(fields("{}", Map.of("parent_process_name", "a.exe", "process", "b.exe -x 4711", "dest", "ca01", "count", 12L))));
        assertEquals("a.exe → b.exe -x <n>", one.shape());
        assertEquals("domain admins", VariantShape.of("r1", List.of(fields("{}", Map.of("Group", "Domain Admins", "dest", "ca01", "count", 3L)))).shape());
    }

    @ParameterizedTest @CsvSource({"NT AUTHORITY\\SYSTEM, SYSTEM", "WKS-114$, MACHINE", "nwf\\adm-pki2, ADMINISTRATOR", "svc-backup, SERVICE", "m.okafor, PERSON",
            "root, ADMINISTRATOR",
            "ANONYMOUS LOGON, ANONYMOUS", "NETWORK SERVICE, SYSTEM"})
    void accountsAreOfAKind(String user, UserKind kind) throws Exception {
        assertEquals(kind, UserKind.of(fields("{}", Map.of("user", user))));
    }
}
