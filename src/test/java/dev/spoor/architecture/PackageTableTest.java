package dev.spoor.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the packages to the table of docs/architecture.md: the straight line stays readable only while nothing imports against it. */
class PackageTableTest {
    private static final String ROOT = "dev.spoor";
    private final Map<String, Integer> levels = levels();
    private final JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    @Test void everyPackageStandsInTheTable() {
        TreeSet<String> missing = new TreeSet<>();
        for (JavaClass type : classes) {
            if (level(type.getPackageName()) < 0) {
                missing.add(type.getPackageName());
            }
        }
        assertEquals(new TreeSet<>(), missing, "packages without a level in levels.txt");
    }

    @Test void aPackageImportsOnlyLowerLevelsAndItsParents() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String from = type.getPackageName();
                String to = dependency.getTargetClass().getPackageName();
                if (to.startsWith(ROOT) && !allowed(from, to)) {
                    wrong.add(from + " imports " + to + " (" + type.getSimpleName() + " → " + dependency.getTargetClass().getSimpleName() + ")");
                }
            });
        }
        assertEquals(new TreeSet<>(), wrong, "imports against the package table");
    }

    private boolean allowed(String from, String to) {
        return from.equals(to) || from.startsWith(to + ".") && !to.equals(ROOT) || level(to) < level(from);
    }

    private int level(String packageName) {
        String name = packageName.equals(ROOT) ? "." : packageName.substring(ROOT.length() + 1);
        Integer exact = levels.get(name);
        if (exact != null) {
            return exact;
        }
        Integer star = levels.get(name.replaceFirst("\\.[^.]+$", ".*"));
        return star == null ? -1 : star;
    }

    private static Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        try (InputStream table = PackageTableTest.class.getResourceAsStream("/architecture/levels.txt")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] columns = line.trim().split("\\s+");
                levels.put(columns[1], Integer.parseInt(columns[0]));
            });
            return levels;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
