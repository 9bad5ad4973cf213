package dev.spoor.workbench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How files are loaded.
 *
 * @param dataset name that FROM, index patterns and {@code datasets} see; empty for the default
 * @param mapping an Elasticsearch mapping for the data set
 * @param zone    zone of times without one, if the user said it
 * @param format  reader to use whatever the content looks like, if the user said it
 * @param again   load files that are in the register already
 * @param recover also give records found outside the intact chain
 * @param tables  a folder of mapping tables of the user's own, which win over those shipped
 * @param embedRaw keep the records word for word in the case, so that they can be shown without the evidence
 */
public record LoadOptions(String dataset, Optional<Path> mapping, Optional<ZoneId> zone, Optional<String> format, boolean again, boolean recover,
        Optional<Path> tables, boolean embedRaw) {
    public static final LoadOptions DEFAULT = new LoadOptions("", Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(),
            false);

    /** Without records word for word. */
    public LoadOptions(String dataset, Optional<Path> mapping, Optional<ZoneId> zone, Optional<String> format, boolean again, boolean recover, Optional<Path> tables) {
        this(dataset, mapping, zone, format, again, recover, tables, false);
    }

    /** Without tables of the user's own. */
    public LoadOptions(String dataset, Optional<Path> mapping, Optional<ZoneId> zone, Optional<String> format, boolean again, boolean recover) {
        this(dataset, mapping, zone, format, again, recover, Optional.empty());
    }

    /** The same, with records word for word or without. */
    public LoadOptions embedding(boolean raw) {
        return new LoadOptions(dataset, mapping, zone, format, again, recover, tables, raw);
    }

    /** The data set's name, also where none was given. */
    public String datasetName() {
        return dataset.isEmpty() ? "default" : dataset;
    }
}
