package dev.spoor.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.FieldTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of a user that cannot be used are refused with file, line and column; see tables.json. */
class MappingTableTest {
    @TempDir Path folder;

    static List<JsonNode> broken() throws IOException {
        try (InputStream in = Objects.requireNonNull(MappingTableTest.class.getResourceAsStream("/normalize/tables.json"))) {
            List<JsonNode> all = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(all::add);
            return all;
        }
    }

    @ParameterizedTest @MethodSource("broken")
    void aTableThatCannotBeUsedSaysWhere(JsonNode spec) throws Exception {
        List<String> lines = new ArrayList<>();
        spec.get("lines").forEach(line -> lines.add(line.asText()));
        Files.writeString(folder.resolve("own.csv"), String.join("\n", lines));
        MappingTableException problem = assertThrows(MappingTableException.class,
                () -> new Normalizer(new FieldTable(), NormalizerOptions.shipped().with(MappingTable.folder(folder))));
        assertTrue(problem.getMessage().startsWith(spec.get("problem").asText()), problem.getMessage());
    }

    @Test void aTableSavedByASpreadsheetIsRead() throws Exception {
        String csv = "\uFEFFname,item\r\nMaschine,computer\r\n\r\n";
        assertEquals(List.of(new MappingTable.Row(2, List.of("Maschine", "computer"))), MappingTable.parse("own.csv", csv).rows());
    }

    @Test void filesThatAreNoTablesStayUnread() throws Exception {
        Files.writeString(folder.resolve("README.txt"), "no table");
        assertEquals(List.of(), MappingTable.folder(folder));
        assertThrows(MappingTableException.class, () -> MappingTable.folder(folder.resolve("missing")));
    }
}
