package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapping tables of the user's own, given to {@code spoor load}. */
class FieldTablesTest {
    private static final String FIELDS = "channel,events,source,target,transform,parameter,when,unless,options\n";
    @TempDir Path folder;
    private Path log;
    private Path tables;

    @BeforeEach void writeALogOfTheirOwn() throws IOException {
        log = Files.writeString(folder.resolve("sync.ndjson"),
                "{\"Kanal\":\"Northwind Sync\",\"Channel\":\"Northwind Sync\",\"EventID\":7,\"Partner\":\"b.nwf.example\"}\n");
        tables = Files.createDirectory(folder.resolve("tables"));
    }

    @Test void fieldsOfTheirOwnChannelBecomeThoseOfTheSchema() throws IOException {
        Files.writeString(tables.resolve("sync.csv"), FIELDS + "Northwind Sync,7,winlog.event_data.Partner,destination.domain,copy,,,,move\n");
        Files.writeString(tables.resolve("channels.csv"), "channel,module,dataset,drop\nNorthwind Sync,northwind,northwind.sync,empty\n");
        assertEquals(0, Spoor.run("load", folder.resolve("case.spoor"), log, "--field-tables", tables).status());
        Spoor.Outcome found =
                Spoor.run("search", folder.resolve("case.spoor"), "--language", "kql", "destination.domain: b.nwf.example and event.module: northwind", "--format", "jsonl");
        assertEquals(1, found.json().size(), found.err());
    }

    @Test void aTableThatCannotBeUsedIsToldByLineAndColumnAndNothingIsLoaded() throws IOException {
        Files.writeString(tables.resolve("sync.csv"), FIELDS + "Northwind Sync,7,winlog.event_data.Partner,destination.domain,translate,,,,move\n");
        Spoor.run("load", folder.resolve("case.spoor"), log, "--field-tables", tables).says(3, "sync.csv, line 2, column 5 (transform): there is no transform \"translate\"");
        assertFalse(Spoor.run("sources", folder.resolve("case.spoor")).out().contains("sync.ndjson"));
    }
}
