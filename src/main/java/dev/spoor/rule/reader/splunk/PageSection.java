package dev.spoor.rule.reader.splunk;

import dev.spoor.rule.Labelled;
import dev.spoor.rule.reader.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands under one heading of a page, sorted by kind while it is read. */
final class PageSection {
    private final String title;
    private final String link;
    private final List<String> code = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final Map<String, List<String>> table = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    PageSection(String title, String link) {
        this.title = title;
        this.link = link;
    }

    String title() {
        return title;
    }

    List<String> items() {
        return items;
    }

    String code() {
        return String.join("\n", code).strip();
    }

    /** Paragraphs as they stand, quotes without their marks. */
    String text() {
        return String.join("\n", text).strip();
    }

    /** The cells of a column as they stand; empty if the table has no such column. */
    List<String> column(String name) {
        return table.getOrDefault(name, List.of());
    }

    void addCode(String line) {
        code.add(line);
    }

    void addItem(String item) {
        items.add(item);
    }

    void addText(String line) {
        if (!line.isEmpty() || !text.isEmpty() && !text.getLast().isEmpty()) {
            text.add(line);
        }
    }

    /** The first row names the columns; cells beyond them go to a column without a name. */
    void addRow(List<String> cells) {
        rows.add(cells);
        if (rows.size() == 1) {
            cells.forEach(name -> table.put(name, new ArrayList<>()));
            return;
        }
        List<String> names = rows.getFirst();
        for (int i = 0; i < cells.size(); i++) {
            table.computeIfAbsent(i < names.size() ? names.get(i) : "", _ -> new ArrayList<>()).add(cells.get(i));
        }
    }

    /** Everything in it under the section's name; a table's columns as {@code Title / Column}; text beside a list or table as {@code Title / note}. */
    List<Labelled> labels() {
        List<Labelled> labels = new ArrayList<>();
        List<String> main = new ArrayList<>(link.isEmpty() ? List.of() : List.of(link));
        main.addAll(items.stream().map(Links::plain).toList());
        main.addAll(code.isEmpty() ? List.of() : List.of(code()));
        boolean alone = main.isEmpty() && table.isEmpty();
        if (alone && !text().isEmpty()) {
            main.add(Links.plain(text()));
        }
        labels.add(new Labelled(title, main));
        table.forEach((column, cells) -> labels.add(new Labelled(title + " / " + column, cells.stream().map(Links::plain).toList())));
        if (!alone && !text().isEmpty()) {
            labels.add(new Labelled(title + " / note", List.of(Links.plain(text()))));
        }
        return labels;
    }
}
