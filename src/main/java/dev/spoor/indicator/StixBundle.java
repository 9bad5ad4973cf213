package dev.spoor.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the indicators of a STIX bundle. Revoked ones do not count. */
final class StixBundle {
    private StixBundle() {}

    static void read(JsonNode bundle, String feed, Found found) {
        for (JsonNode object : bundle.path("objects")) {
            if (object.path("type").asText().equals("indicator")) {
                indicator(object, feed, found);
            }
        }
    }

    private static void indicator(JsonNode object, String feed, Found found) {
        if (object.path("revoked").asBoolean()) {
            found.leftOut("revoked STIX indicators");
            return;
        }
        boolean stix = object.path("pattern_type").asText("stix").equals("stix");
        Optional<List<List<StixPattern.Equal>>> pattern = stix ? StixPattern.read(object.path("pattern").asText()) : Optional.empty();
        if (pattern.isEmpty()) {
            found.leftOut("STIX indicators whose pattern asks for more than equality");
            return;
        }
        for (List<StixPattern.Equal> together : pattern.get()) {
            IndicatorDocument document = new IndicatorDocument(feed);
            for (StixPattern.Equal equal : together) {
                kind(equal).ifPresent(kind -> document.value(kind, equal.text()));
            }
            if (document.isEmpty()) {
                found.leftOut("STIX patterns on objects that no field of an indicator holds");
            } else {
                String name = object.path("name").asText();
                document.text("threat.indicator.description", object.path("description").asText(name)).text("threat.indicator.reference", object.path("id").asText())
                        .text("threat.indicator.first_seen", object.path("valid_from").asText()).text("threat.indicator.last_seen", object.path("valid_until").asText());
                found.add(document.toJson());
            }
        }
    }

    private static Optional<IndicatorKind> kind(StixPattern.Equal equal) {
        return switch (equal.path().toLowerCase(Locale.ROOT)) {
            case "ipv4-addr:value" -> Optional.of(IndicatorKind.IP4);
            case "ipv6-addr:value" -> Optional.of(IndicatorKind.IP6);
            case "network-traffic:dst_ref.value", "network-traffic:src_ref.value" -> IndicatorKind.guessed(equal.text());
            case "domain-name:value" -> Optional.of(IndicatorKind.DOMAIN);
            case "url:value" -> Optional.of(IndicatorKind.URL);
            case "email-addr:value", "email-message:from_ref.value", "email-message:sender_ref.value" -> Optional.of(IndicatorKind.EMAIL);
            case "file:hashes.md5" -> Optional.of(IndicatorKind.MD5);
            case "file:hashes.sha-1", "file:hashes.sha1" -> Optional.of(IndicatorKind.SHA1);
            case "file:hashes.sha-256", "file:hashes.sha256" -> Optional.of(IndicatorKind.SHA256);
            case "file:hashes.sha-512", "file:hashes.sha512" -> Optional.of(IndicatorKind.SHA512);
            case "file:hashes.ssdeep" -> Optional.of(IndicatorKind.SSDEEP);
            case "file:name" -> Optional.of(IndicatorKind.FILE_NAME);
            case "windows-registry-key:key" -> Optional.of(IndicatorKind.REGISTRY);
            default -> Optional.empty();
        };
    }
}
