package dev.spoor.rule.reader.sigma;

import com.google.re2j.Pattern;
import dev.spoor.rule.reader.TopLevelKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the text of YAML documents by their lines: into documents, and a document into the blocks of its top-level keys. */
final class Blocks {
    private static final Pattern ANCHOR = Pattern.compile("(?m)(?:^|[:\\-\\[,]\\s+)&\\S");

    private Blocks() {}

    /** The texts of the documents; what stands on a line with {@code ---} is kept out. Documents without content are left out. */
    static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("---") && line.substring(3).isBlank()) {
                add(document, documents);
            } else {
                document.append(line).append('\n');
            }
        }
        add(document, documents);
        return documents;
    }

    /** The text of the only document that has content. */
    static String first(String text) {
        List<String> documents = documents(text);
        return documents.size() == 1 ? documents.getFirst() : text;
    }

    private static void add(StringBuilder document, List<String> documents) {
        if (document.toString().lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
            documents.add(document.toString());
        }
        document.setLength(0);
    }

    /** The blocks of some keys, in the order of the text; the whole document where it cannot be cut safely. */
    static String only(String document, Set<String> keys) {
        if (document.indexOf('&') >= 0 && ANCHOR.matcher(document).find()) {
            return document;
        }
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (String line : document.lines().toList()) {
            boolean continues = line.isBlank() || " \t#-".indexOf(line.charAt(0)) >= 0;
            if (!continues) {
                String key = TopLevelKeys.of(line);
                if (key.isEmpty()) {
                    return document;
                }
                inside = keys.contains(key);
            }
            if (inside) {
                out.append(line).append('\n');
            }
        }
        return out.toString().stripTrailing();
    }
}
