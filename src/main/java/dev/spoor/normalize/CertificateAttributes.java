package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The attributes of a request to a certification authority (events 4886 to 4889): lines of {@code key:value}. The six keys that Elastic's pipeline knows are
 * kept, and the parts of the subject's alternative name.
 */
final class CertificateAttributes {
    private static final int MAX_TEXT = 16_384;
    private static final int MAX_LINES = 128;
    private static final int MAX_LINE = 4_096;
    private static final int MAX_PARTS = 64;
    private static final String SID_URL = "tag:microsoft.com,2022-09-14:sid:";
    private static final Map<String, String> KEYS = Map.of("certificatetemplate", "certificate_template", "requestclientinfo", "request_client_info", "cdc", "cdc",
            "rmd", "rmd", "ccm", "ccm", "san", "san");

    private CertificateAttributes() {}

    /** Name below {@code attributes} (or {@code subject_alt_name.} and its part) to values; nothing where a limit is passed. */
    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (text.length() > MAX_TEXT) {
            return found;
        }
        String[] lines = text.split("\n");
        for (int i = 0; i < Math.min(MAX_LINES, lines.length); i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0 && lines[i].length() <= MAX_LINE) {
                String key = KEYS.get(plain(lines[i].substring(0, colon)));
                String value = lines[i].substring(colon + 1).strip();
                if (key != null && !value.isEmpty()) {
                    add(found, key, value);
                }
            }
        }
        return found;
    }

    /** The parts of a subject's alternative name: {@code upn=a@nwf.example&dns=b}. */
    static Map<String, List<String>> alternativeName(String san) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String part : san.split("&")) {
            int equals = part.indexOf('=');
            String value = part.substring(equals + 1).strip();
            if (equals > 0 && !value.isEmpty()) {
                switch (part.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                    case "upn" -> add(found, "upn", value);
                    case "dns" -> add(found, "dns", value);
                    case "url" -> add(found, value.startsWith(SID_URL) ? "sid" : "uri", value.startsWith(SID_URL) ? value.substring(SID_URL.length()) : value);
                    default -> {}
                }
            }
        }
        return found;
    }

    private static void add(Map<String, List<String>> found, String key, String value) {
        List<String> values = found.computeIfAbsent(key, k -> new ArrayList<>());
        if (values.size() < MAX_PARTS) {
            values.add(value);
        }
    }

    private static String plain(String key) {
        return key.replace(" ", "").replace("\t", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
