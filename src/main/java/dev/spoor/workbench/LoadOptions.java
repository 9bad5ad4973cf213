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
 */
public record LoadOptions(String dataset, Optional<Path> mapping, Optional<ZoneId> zone, Optional<String> format, boolean again, boolean recover) {
    public static final LoadOptions DEFAULT = new LoadOptions("", Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    /** The data set's name, also where none was given. */
    public String datasetName() {
        return dataset.isEmpty() ? "default" : dataset;
    }
}
