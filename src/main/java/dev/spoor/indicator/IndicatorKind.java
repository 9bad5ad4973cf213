package dev.spoor.indicator;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an indicator is, and where ECS keeps it. */
enum IndicatorKind {
    IP4("ipv4-addr", List.of("threat.indicator.ip")), IP6("ipv6-addr", List.of("threat.indicator.ip")), DOMAIN("domain-name", List.of("threat.indicator.url.domain")),
    URL("url", List.of("threat.indicator.url.full", "threat.indicator.url.original")), EMAIL("email-addr", List.of("threat.indicator.email.address")),
    MD5("file", List.of("threat.indicator.file.hash.md5")), SHA1("file", List.of("threat.indicator.file.hash.sha1")),
    SHA256("file", List.of("threat.indicator.file.hash.sha256")), SHA512("file", List.of("threat.indicator.file.hash.sha512")),
    SSDEEP("file", List.of("threat.indicator.file.hash.ssdeep")), IMPHASH("file", List.of("threat.indicator.file.pe.imphash")),
    FILE_NAME("file", List.of("threat.indicator.file.name")), FILE_PATH("file", List.of("threat.indicator.file.path")),
    REGISTRY("windows-registry-key", List.of("threat.indicator.registry.path", "threat.indicator.registry.key")), PORT("port", List.of("threat.indicator.port"));

    private static final Pattern ADDRESS4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern ADDRESS6 = Pattern.compile("[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}(\\.[0-9]{1,3}){0,3}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern DOMAIN_NAME = Pattern.compile("([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z][A-Za-z0-9-]{1,62}");

    private final String ecs;
    private final List<String> fields;

    IndicatorKind(String ecs, List<String> fields) {
        this.ecs = ecs;
        this.fields = fields;
    }

    /** The word of {@code threat.indicator.type}. */
    String ecs() {
        return ecs;
    }

    /** The fields that take the value. */
    List<String> fields() {
        return fields;
    }

    /** The value as events have it: hash values in lower case. */
    String spelt(String value) {
        return switch (this) {
            case MD5, SHA1, SHA256, SHA512, IMPHASH -> value.toLowerCase(Locale.ROOT);
            case IP4, IP6, DOMAIN, URL, EMAIL, SSDEEP, FILE_NAME, FILE_PATH, REGISTRY, PORT -> value;
        };
    }

    /** The kind of a word that tables use ({@code ip}, {@code domain}, {@code sha256} ...), or that ECS and MISP have; empty if it is none of them. */
    static Optional<IndicatorKind> named(String word, String value) {
        return switch (word.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "ip", "ip-src", "ip-dst", "ipv4", "ipv6", "ip-address", "ipaddress", "ipv4-addr", "ipv6-addr", "address", "addr" -> Optional.of(address(value));
            case "domain", "hostname", "host", "fqdn", "domain-name", "dns" -> Optional.of(DOMAIN);
            case "url", "uri", "link" -> Optional.of(URL);
            case "email", "email-src", "email-dst", "email-addr", "email-address", "mail" -> Optional.of(EMAIL);
            case "md5", "filehash-md5", "hash-md5", "file-md5" -> Optional.of(MD5);
            case "sha1", "sha-1", "filehash-sha1", "hash-sha1", "file-sha1" -> Optional.of(SHA1);
            case "sha256", "sha-256", "filehash-sha256", "hash-sha256", "file-sha256" -> Optional.of(SHA256);
            case "sha512", "sha-512", "filehash-sha512", "hash-sha512" -> Optional.of(SHA512);
            case "ssdeep" -> Optional.of(SSDEEP);
            case "imphash" -> Optional.of(IMPHASH);
            case "filename", "file-name" -> Optional.of(FILE_NAME);
            case "filepath", "file-path", "path" -> Optional.of(FILE_PATH);
            case "regkey", "registry", "registry-key", "windows-registry-key" -> Optional.of(REGISTRY);
            case "port" -> Optional.of(PORT);
            case "hash", "file", "filehash", "", "ioc", "indicator", "value", "observable" -> guessed(value);
            default -> Optional.empty();
        };
    }

    /** The kind that a value looks like; empty where it looks like none. */
    static Optional<IndicatorKind> guessed(String value) {
        if (ADDRESS4.matches(value)) {
            return Optional.of(IP4);
        }
        if (ADDRESS6.matches(value)) {
            return Optional.of(IP6);
        }
        if (HEX.matches(value)) {
            return switch (value.length()) {
                case 32 -> Optional.of(MD5);
                case 40 -> Optional.of(SHA1);
                case 64 -> Optional.of(SHA256);
                case 128 -> Optional.of(SHA512);
                default -> Optional.empty();
            };
        }
        if (value.contains("://")) {
            return Optional.of(URL);
        }
        if (value.startsWith("HKEY_") || value.startsWith("HKLM\\") || value.startsWith("HKCU\\")) {
            return Optional.of(REGISTRY);
        }
        int at = value.indexOf('@');
        if (at > 0 && DOMAIN_NAME.matches(value.substring(at + 1))) {
            return Optional.of(EMAIL);
        }
        return DOMAIN_NAME.matches(value) ? Optional.of(DOMAIN) : Optional.empty();
    }

    private static IndicatorKind address(String value) {
        return value.indexOf(':') >= 0 ? IP6 : IP4;
    }
}
