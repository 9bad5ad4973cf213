package dev.spoor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTokenTest {
    @ParameterizedTest @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            process where process.name : "a" ¦ K:process K:where F:process.name S:"a"
            event.code: 4769 and not user.name: *$ ¦ F:event.code N:4769 K:and K:not F:user.name P:$
            cidrmatch(source.ip, "10.0.0.0/8") // note ¦ U:cidrmatch F:source.ip S:"10.0.0.0/8" C:// note
            stats count by dest | where count>5 ¦ K:stats P:count K:by P:dest K:where P:count N:5
            Image|endswith: 'x' ¦ P:Image F:endswith S:'x'
            """)
    void wordsAreToldApart(String query, String expected) {
        StringBuilder seen = new StringBuilder();
        for (QueryToken token : QueryToken.of(query)) {
            String text = query.substring(token.start(), token.end());
            char kind = switch (token.kind()) {
                case PLAIN -> 'P';
                case KEYWORD -> 'K';
                case STRING -> 'S';
                case NUMBER -> 'N';
                case FUNCTION -> 'U';
                case FIELD -> 'F';
                case COMMENT -> 'C';
            };
            if (kind != 'P' || Character.isLetterOrDigit(text.charAt(0)) || text.startsWith("$")) {
                seen.append(seen.isEmpty() ? "" : " ").append(kind).append(':').append(text);
            }
        }
        assertEquals(expected, seen.toString());
    }

    @ParameterizedTest @ValueSource(strings = {"\"unclosed", "'", "\\", "\"a\\", "/* open", "\"\"\"open", "\0\u001b", "", "a\nb"})
    void everyCharacterIsInOneToken(String query) {
        int at = 0;
        for (QueryToken token : QueryToken.of(query)) {
            assertEquals(at, token.start());
            at = token.end();
        }
        assertEquals(query.length(), at);
    }
}
