package dev.spoor.ingest.open;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * The files below a path.
 *
 * @param files    sorted by their names relative to the path, with {@code /} between, so that the order is the same on every machine
 * @param problems entries that could not be read, in words, sorted
 */
public record LogFolder(List<Entry> files, List<String> problems) {
    private static final int MAX_DEPTH = 64;

    /**
     * A file that was found.
     *
     * @param path where it is
     * @param name the given path, then the path below it with {@code /} between: as the user will see it
     */
    public record Entry(Path path, String name) {}

    public LogFolder {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Walks a folder; a file is a folder of itself. Links to folders are not followed.
     *
     * @param given the path as the user gave it
     */
    public static LogFolder of(Path given) {
        if (!Files.isDirectory(given)) {
            boolean there = Files.isReadable(given);
            return new LogFolder(there ? List.of(new Entry(given, given.toString())) : List.of(),
                    there ? List.of() : List.of(given + (Files.exists(given) ? ": not readable" : ": there is no such file or folder")));
        }
        List<Entry> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            Files.walkFileTree(given, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Collector(given, files, problems));
        } catch (IOException e) {
            problems.add(given + ": " + e.getMessage());
        }
        files.sort(Comparator.comparing(Entry::name));
        problems.sort(Comparator.naturalOrder());
        return new LogFolder(files, problems);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path given;
        private final List<Entry> files;
        private final List<String> problems;

        Collector(Path given, List<Entry> files, List<String> problems) {
            this.given = given;
            this.files = files;
            this.problems = problems;
        }

        @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file)) {
                files.add(new Entry(file, name(file)));
            } else if (attributes.isDirectory()) {
                problems.add(name(file) + ": deeper than " + MAX_DEPTH + " folders, not read");
            } else {
                problems.add(name(file) + ": neither file nor folder, not read");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override public FileVisitResult visitFileFailed(Path file, IOException problem) {
            problems.add(name(file) + ": not readable (" + problem.getClass().getSimpleName() + ")");
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            String below = given.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
            String root = given.toString();
            return below.isEmpty() ? root : root.endsWith("/") ? root + below : root + "/" + below;
        }
    }
}
