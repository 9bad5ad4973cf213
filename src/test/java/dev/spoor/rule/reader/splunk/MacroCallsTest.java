package dev.spoor.rule.reader.splunk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MacroCallsTest {
    /** What a call is, as a pattern. */
    private static final Pattern CALL = Pattern.compile("`\\s*([A-Za-z0-9_:. -]+?)\\s*(?:\\(([^`]*)\\))?\\s*`");

    private static List<String> calls(String search) {
        return List.copyOf(MacroCalls.in(search));
    }

    @Test void callsAreFoundWithAndWithoutArguments() {
        assertEquals(List.of("door", "gate"), calls("index=a `door` | search `gate(a, \"b (c)\")` | `door`"));
        assertEquals(List.of("door"), calls("` \n door \t`"));
        assertEquals(List.of("door"), calls("`x{y`\t`door`"));
        assertEquals(List.of(), calls("an open ` accent"));
        assertEquals(List.of(), calls("``"));
    }

    @Test void callsAreThoseOfThePattern() {
        Random random = new Random(4);
        String signs = "``` \t\n()a_b-.:|{,";
        for (int round = 0; round < 30_000; round++) {
            StringBuilder search = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                search.append(signs.charAt(random.nextInt(signs.length())));
            }
            Set<String> expected = new LinkedHashSet<>();
            Matcher matcher = CALL.matcher(search);
            while (matcher.find()) {
                expected.add(matcher.group(1));
            }
            assertEquals(List.copyOf(expected), calls(search.toString()), search.toString());
        }
    }
}
