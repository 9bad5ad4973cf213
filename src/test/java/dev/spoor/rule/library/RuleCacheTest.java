package dev.spoor.rule.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.job.Job;
import dev.spoor.query.parse.KeptQueries;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.sigma.SigmaLanguage;
import dev.spoor.query.text.QueryException;
import dev.spoor.rule.Rule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {
    private static final DatasetTypes TYPES = new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), Map.of());
    @TempDir Path folder;
    private final List<String> told = new ArrayList<>();
    private Path rules;
    private Path kept;

    @BeforeEach void someRules() throws IOException {
        rules = Files.createDirectories(folder.resolve("rules"));
        kept = folder.resolve("cache");
        sigma("a.yml", "Fork lift", "fork.exe");
        sigma("b.yml", "Crane", "crane.exe");
        Files.writeString(rules.resolve("notes.txt"), "Buy forks.");
        Files.writeString(rules.resolve("broken.yml"), "title: Broken\nlogsource: [\ndetection:\n");
    }

    private void sigma(String file, String title, String image) throws IOException {
        Files.writeString(rules.resolve(file),
                "title: " + title + "\nid: " + title.toLowerCase(Locale.ROOT).replace(' ', '-') + "\nlogsource: {category: process_creation, product: windows}\n"
                        + "detection:\n  s:\n    Image|endswith: '\\" + image + "'\n    Started|expand: '%hours%'\n  condition: s\nlevel: high\n");
    }

    private RuleCache cache(String program) {
        return RuleCache.in(kept, program, told::add);
    }

    /** What a process does: reads, compiles, saves. */
    private RuleLibrary run(RuleCache cache, Path... paths) {
        RuleLibrary library = RuleLibrary.load(List.of(paths), Job.SILENT, cache);
        compile(library, new SigmaLanguage(ParseLimits.DEFAULT, cache.queries()));
        cache.save();
        return library;
    }

    private static Map<String, Query> compile(RuleLibrary library, SigmaLanguage language) {
        Map<String, Query> queries = new TreeMap<>();
        for (Rule rule : library.rules()) {
            if (rule.language().equals("sigma")) {
                try {
                    queries.put(rule.id(),
                            language.compile(rule.query(), new QueryContext(TYPES, Set.of(), Instant.EPOCH, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros())));
                } catch (QueryException e) {
                    assertFalse(e.diagnostics().isEmpty());
                }
            }
        }
        return queries;
    }

    private static void assertSame(RuleLibrary expected, RuleLibrary found) {
        assertEquals(expected.rules(), found.rules());
        assertEquals(expected.problems(), found.problems());
        assertEquals(expected.notRules(), found.notRules());
        assertEquals(expected.duplicates(), found.duplicates());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst();
        }
    }

    @Test void rulesOfAllFormatsAreTheSameWithAndWithoutACache() throws IOException {
        for (Path path : List.of(Path.of("rules"), Path.of("src/test/resources/rule"), rules)) {
            RuleLibrary plain = RuleLibrary.load(List.of(path), Job.SILENT);
            assertSame(plain, run(cache("1"), path));
            RuleCache second = cache("1");
            RuleLibrary again = run(second, path);
            assertSame(plain, again);
            Map<String, Query> fresh = compile(plain, new SigmaLanguage());
            assertEquals(fresh, compile(again, new SigmaLanguage(ParseLimits.DEFAULT, second.queries())));
            for (Rule rule : again.rules()) {
                if (fresh.get(rule.id()) instanceof Query.Events) {
                    assertTrue(second.queries().find(new KeptQueries.Asked("sigma", rule.query(), false, rule.macros())).isPresent(), rule.path());
                }
            }
        }
        assertEquals(List.of(), told);
    }

    @Test void whatDidNotChangeIsNotWrittenAgain() throws IOException {
        run(cache("1"), rules);
        byte[] first = Files.readAllBytes(file());
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1));
        run(cache("1"), rules);
        assertEquals(1, Files.getLastModifiedTime(file()).toMillis());
        assertArrayEquals(first, Files.readAllBytes(file()));
    }

    @Test void filesThatChangedCameOrWentAreSeen() throws IOException {
        run(cache("1"), rules);
        sigma("a.yml", "Fork lift", "spoon.exe");
        sigma("c.yml", "Tractor", "tractor.exe");
        Files.delete(rules.resolve("b.yml"));
        assertSame(RuleLibrary.load(List.of(rules), Job.SILENT), run(cache("1"), rules));
        byte[] before = Files.readAllBytes(file());
        Files.delete(rules.resolve("c.yml"));
        assertSame(RuleLibrary.load(List.of(rules), Job.SILENT), run(cache("1"), rules));
        assertTrue(Files.size(file()) < before.length, "what is gone is forgotten");
    }

    @Test void listsBesideTheRulesCount() throws IOException {
        run(cache("1"), rules);
        Files.createDirectories(rules.resolve("placeholders"));
        Files.writeString(rules.resolve("placeholders/hours.txt"), "22\n23\n");
        RuleLibrary found = run(cache("1"), rules);
        assertSame(RuleLibrary.load(List.of(rules), Job.SILENT), found);
        assertEquals(Map.of("%hours%", "22\n23\n"), found.rule("crane").orElseThrow().macros());
    }

    @Test void rulesThatAskTablesAreReadEachTime() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("pack/detections"));
        Files.writeString(pack.resolve("door.yml"), "name: Door\nid: d1\nversion: 1\nsearch: index=a | lookup doors.csv door OUTPUT room\n");
        Files.writeString(pack.resolve("gate.yml"), "name: Gate\nid: d2\nversion: 1\nsearch: index=a\n");
        assertEquals(Map.of(), run(cache("1"), pack.getParent()).rule("d1").orElseThrow().settings().lookups());
        Path tables = Files.createDirectories(folder.resolve("pack/lookups"));
        Files.writeString(tables.resolve("doors.csv"), "door,room\n1,a\n");
        RuleLibrary found = run(cache("1"), pack.getParent());
        assertSame(RuleLibrary.load(List.of(pack.getParent()), Job.SILENT), found);
        assertEquals(Set.of("doors.csv"), found.rule("d1").orElseThrow().settings().lookups().keySet());
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1));
        run(cache("1"), pack.getParent());
        assertEquals(1, Files.getLastModifiedTime(file()).toMillis(), "a rule that is never kept is no reason to write");
    }

    @Test void whatAnotherProgramWroteDoesNotCount() throws IOException {
        run(cache("1"), rules);
        byte[] first = Files.readAllBytes(file());
        assertSame(RuleLibrary.load(List.of(rules), Job.SILENT), run(cache("2"), rules));
        assertNotEquals(ByteBuffer.wrap(first), ByteBuffer.wrap(Files.readAllBytes(file())));
        assertEquals(List.of(), told);
    }

    @Test void damageAnywhereIsToldAndMended() throws IOException {
        RuleLibrary plain = RuleLibrary.load(List.of(rules), Job.SILENT);
        run(cache("1"), rules);
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), round % 4 == 0 ? Arrays.copyOf(bytes, at) : bytes);
            assertSame(plain, RuleLibrary.load(List.of(rules), Job.SILENT, cache("1")));
        }
        assertFalse(told.isEmpty());
        run(cache("1"), rules);
        assertArrayEquals(whole, Files.readAllBytes(file()));
    }

    @Test void aFileMadeWithIllWillGivesRulesOrDamageButNeverAFault() throws IOException {
        run(cache("1"), rules);
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[16 + random.nextInt(bytes.length - 20)] = (byte) random.nextInt(256);
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, 0, bytes.length - 4);
            ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue());
            Files.write(file(), bytes);
            RuleLibrary found = RuleLibrary.load(List.of(rules), Job.SILENT, cache("1"));
            assertTrue(found.rules().size() <= 2);
        }
    }

    @Test void aCacheThatCannotBeWrittenIsToldAndNothingElse() throws IOException {
        Files.writeString(kept, "a file where the folder should be");
        assertSame(RuleLibrary.load(List.of(rules), Job.SILENT), run(cache("1"), rules));
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("cannot be written"), told.getFirst());
    }

    @Test void onlyTheNewestFilesStay() throws IOException {
        for (int i = 0; i < 40; i++) {
            Path more = Files.createDirectories(folder.resolve("more" + i));
            Files.copy(rules.resolve("a.yml"), more.resolve("a.yml"));
            run(cache("1"), more);
        }
        try (Stream<Path> files = Files.list(kept)) {
            assertEquals(32, files.count());
        }
    }

    @Test void theUsualPlaceIsThatOfTheSystem() {
        assertEquals(Path.of("/c"), CachePlace.of(Map.of("SPOOR_CACHE", "/c", "XDG_CACHE_HOME", "/x"), "/home/j", "Linux"));
        assertEquals(Path.of("/x/spoor"), CachePlace.of(Map.of("XDG_CACHE_HOME", "/x"), "/home/j", "Linux"));
        assertEquals(Path.of("/home/j/.cache/spoor"), CachePlace.of(Map.of(), "/home/j", "Linux"));
        assertEquals(Path.of("/local/Spoor/Cache"), CachePlace.of(Map.of("LOCALAPPDATA", "/local"), "/home/j", "Windows 11"));
    }

    @Test void aBuildOfTheProgramHasAMarkOfItsOwn() throws IOException {
        Path one = archive("one.jar", "a");
        assertTrue(ProgramMark.of(one).isPresent());
        assertNotEquals(ProgramMark.of(one), ProgramMark.of(archive("two.jar", "b")));
        assertEquals(Optional.empty(), ProgramMark.of(Files.writeString(folder.resolve("no.jar"), "This is a text and no archive.")));
        assertEquals(Optional.empty(), ProgramMark.of(Files.writeString(folder.resolve("short.jar"), "x")));
    }

    private Path archive(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
