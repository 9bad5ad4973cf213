package dev.spoor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTokenTest {
    @ParameterizedTest @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            eql ¦ process where process.name : "a" ¦ K:process K:where F:process.name S:"a"
            eql ¦ sequence by host.id [process where true] [file where file.name : "b"] ¦ K:sequence K:by F:host.id K:process K:where K:true K:file K:where F:file.name S:"b"
            eql ¦ cidrmatch(source.ip, "10.0.0.0/8") // note ¦ U:cidrmatch F:source.ip S:"10.0.0.0/8" C:// note
            kql ¦ event.category:process and not file : registry ¦ F:event.category S:process K:and K:not F:file S:registry
            kql ¦ event.code: 4769 and not user.name: *$ ¦ F:event.code N:4769 K:and K:not F:user.name S:*$
            kql ¦ process.name:(cmd.exe or "a b") and url: http\\://nwf.example/x ¦ F:process.name S:cmd.exe K:or S:"a b" K:and F:url S:http\\://nwf.example/x
            kql ¦ process.pid >= 4 ¦ F:process.pid N:4
            lucene ¦ a.b:process AND or:[1 TO 5] ¦ F:a.b S:process K:AND F:or N:1 K:TO N:5
            esql ¦ from logs-* | where process.name == "x" | keep `a b` ¦ K:from P:logs K:where F:process.name S:"x" K:keep F:`a b`
            spl ¦ stats count by dest | where count>5 ¦ K:stats P:count K:by P:dest K:where P:count N:5
            spl ¦ `wineventlog_security` EventCode=4769 process=x ¦ U:`wineventlog_security` F:EventCode N:4769 F:process P:x
            sigma ¦ Image|endswith: 'x' ¦ P:Image F:endswith S:'x'
            sigma ¦ condition: process and not 1 of filter # note ¦ F:condition P:process K:and K:not N:1 K:of P:filter C:# note
            """)
    void wordsAreToldApart(String language, String query, String expected) {
        StringBuilder seen = new StringBuilder();
        for (QueryToken token : QueryToken.of(query, QueryDialect.of(language))) {
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
            if (kind != 'P' || Character.isLetterOrDigit(text.charAt(0))) {
                seen.append(seen.isEmpty() ? "" : " ").append(kind).append(':').append(text);
            }
        }
        assertEquals(expected, seen.toString());
    }

    @ParameterizedTest @ValueSource(strings = {"\"unclosed", "'", "\\", "\"a\\", "/* open", "\"\"\"open", "```open", "`", "a:\\", "# x", "\0\u001b", "", "a\nb", ":::", "a : (b"})
    void everyCharacterIsInOneTokenWhateverTheLanguage(String query) {
        for (QueryDialect dialect : QueryDialect.values()) {
            int at = 0;
            for (QueryToken token : QueryToken.of(query, dialect)) {
                assertEquals(at, token.start());
                at = token.end();
            }
            assertEquals(query.length(), at);
        }
    }
}
