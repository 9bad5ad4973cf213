package dev.spoor.ingest.open;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.archive.ArchiveBudget;
import dev.spoor.ingest.archive.ArchiveLimits;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.archive.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryFilesTest {
    @TempDir Path folder;

    private List<Path> left() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("spoor-unpacked-")).toList();
        }
    }

    @Test void whatAKilledProgramLeftIsDeletedAndWhatIsInUseIsKept() throws Exception {
        Path killed = Files.createDirectory(folder.resolve("spoor-unpacked-1"));
        Files.createFile(killed.resolve("lock"));
        Files.writeString(killed.resolve("1.unpacked"), "evidence");
        assertTrue(killed.toFile().setLastModified(1_000_000));
        EntryFiles first = EntryFiles.in(folder);
        assertTrue(Files.notExists(killed));
        Path used = left().getFirst();
        assertTrue(used.toFile().setLastModified(1_000_000));
        EntryFiles.in(folder).close();
        assertEquals(List.of(used), left());
        first.close();
        assertEquals(List.of(), left());
    }

    @Test void anEntryIsFoundAgainByItsPathAndHash() throws Exception {
        Path outer = Files.write(folder.resolve("outer.zip"), Recipe.make("zip(a.ndjson, in.tar.gz=gz(tar(x/b.ndjson, a.ndjson)))"));
        byte[] wanted = Recipe.file("x/b.ndjson");
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wanted));
        try (EntryFiles files = EntryFiles.in(folder)) {
            EntryFinder finder = new EntryFinder(files, new ArchiveBudget(ArchiveLimits.DEFAULT), PasswordSource.NONE);
            UnpackedEntry found = finder.find(outer, "in.tar.gz!/x/b.ndjson", sha256);
            assertArrayEquals(wanted, Files.readAllBytes(found.file()));
            assertEquals(wanted.length, found.size());
            assertThrows(IngestException.class, () -> finder.find(outer, "in.tar.gz!/x/b.ndjson", "00"));
            assertThrows(IngestException.class, () -> finder.find(outer, "nowhere", sha256));
        }
    }
}
