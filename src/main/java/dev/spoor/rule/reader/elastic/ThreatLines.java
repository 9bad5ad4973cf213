package dev.spoor.rule.reader.elastic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.attack.AttackCatalogue;
import dev.spoor.attack.Threat;
import dev.spoor.attack.Threat.Reference;
import dev.spoor.attack.ThreatList;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.reader.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tactics, techniques and sub-techniques as a page lists them: a line with the kind, then name, id and link, with or without bullets. */
final class ThreatLines {
    private static final Pattern KIND = Pattern.compile("\\s*(?:[*-]\\s+)?(Tactic|Technique|Sub-technique):\\s*");
    private static final Pattern PART = Pattern.compile("\\s*(?:[*-]\\s+)?(Name|ID|Reference URL):\\s*(.*)");
    private final ThreatList threats = new ThreatList(AttackCatalogue.enterprise());
    private final List<String> notes = new ArrayList<>();
    private final List<Labelled> labels = new ArrayList<>();
    private Optional<Reference> tactic = Optional.empty();
    private Optional<Reference> technique = Optional.empty();
    private String kind = "";
    private String name = "";
    private String id = "";
    private String url = "";

    /** Reads the lines after {@code Framework:}. */
    ThreatLines(List<String> lines) {
        for (String line : lines) {
            Matcher begin = KIND.matcher(line);
            Matcher part = PART.matcher(line);
            if (begin.matches()) {
                close();
                kind = begin.group(1);
            } else if (part.matches() && !kind.isEmpty()) {
                set(part.group(1), Links.plain(part.group(2)));
            } else if (!line.isBlank()) {
                notes.add(Links.plain(line));
            }
        }
        close();
    }

    /** What they say, in their order. */
    List<Threat> threats() {
        return threats.threats();
    }

    /** Every value under its name ({@code Technique / ID}) in the order of the page; lines that are none of it as {@code Framework / note}. */
    List<Labelled> labels() {
        List<Labelled> all = new ArrayList<>(labels);
        if (!notes.isEmpty()) {
            all.add(new Labelled(PageHeader.FRAMEWORK + " / note", notes));
        }
        return all;
    }

    private void set(String part, String value) {
        labels.add(new Labelled(kind + " / " + part, value.isEmpty() ? List.of() : List.of(value)));
        switch (part) {
            case "Name" -> name = value;
            case "ID" -> id = value;
            default -> url = value;
        }
    }

    private void close() {
        Reference reference = new Reference(id, name, url);
        switch (kind) {
            case "Tactic" -> {
                tactic = Optional.of(reference);
                technique = Optional.empty();
                threats.add(reference);
            }
            case "Technique" -> {
                technique = Optional.of(reference);
                threats.add(currentTactic(), reference);
            }
            case "Sub-technique" -> technique.ifPresentOrElse(parent -> threats.add(currentTactic(), parent, reference),
                    () -> threats.addId(currentTactic(), reference));
            default -> {}
        }
        kind = "";
        name = "";
        id = "";
        url = "";
    }

    private Reference currentTactic() {
        return tactic.orElse(new Reference("", "", ""));
    }
}
