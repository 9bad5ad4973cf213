package dev.spoor.normalize;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * How records are normalised.
 *
 * @param tables mapping tables, later ones winning
 * @param zone   the zone of times that do not say theirs
 */
public record NormalizerOptions(List<MappingTable> tables, ZoneId zone) {
    public NormalizerOptions {
        tables = List.copyOf(tables);
    }

    /** The tables that come with Spoor; times in UTC. */
    public static NormalizerOptions shipped() {
        return new NormalizerOptions(MappingTable.shipped(), ZoneOffset.UTC);
    }

    /** The same with more tables behind. */
    public NormalizerOptions with(List<MappingTable> more) {
        return new NormalizerOptions(Stream.concat(tables.stream(), more.stream()).toList(), zone);
    }

    /** The same with another zone. */
    public NormalizerOptions in(ZoneId other) {
        return new NormalizerOptions(tables, other);
    }
}
