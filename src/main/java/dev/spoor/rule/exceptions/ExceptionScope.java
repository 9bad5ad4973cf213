package dev.spoor.rule.exceptions;

import dev.spoor.attack.Threat;
import dev.spoor.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules an exception holds for.
 *
 * @param names    RULES: ids of the rules beside the one it was made for; TAG: tags, TECHNIQUE: ATT&amp;CK ids, one of which the rule has; LIST: the id of a shared
 *                 list; else none
 * @param attached LIST: ids of the rules that the list is attached to, none while it was not looked up; else none
 */
public record ExceptionScope(Kind kind, List<String> names, List<String> attached) {
    /** The rule it was made for, and no other. */
    public static final ExceptionScope RULE = new ExceptionScope(Kind.RULE, List.of());
    /** Every rule of the case. */
    public static final ExceptionScope ALL = new ExceptionScope(Kind.ALL, List.of());

    /** How the rules are named. */
    public enum Kind {
        RULE, RULES, TAG, TECHNIQUE, ALL, LIST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ExceptionScope {
        names = List.copyOf(names);
        attached = List.copyOf(attached);
    }

    /** A scope that names its rules itself. */
    public ExceptionScope(Kind kind, List<String> names) {
        this(kind, names, List.of());
    }

    /** The rules of a shared list. */
    public static ExceptionScope of(SharedList list) {
        return new ExceptionScope(Kind.LIST, List.of(list.id()), list.rules());
    }

    /**
     * Whether it holds for a rule. A technique stands for its sub-techniques as well.
     *
     * @param home id of the rule that the exception was made for
     */
    public boolean covers(Rule rule, String home) {
        return switch (kind) {
            case RULE -> rule.id().equals(home);
            case RULES -> rule.id().equals(home) || names.contains(rule.id());
            case TAG -> rule.tags().stream().anyMatch(tag -> names.stream().anyMatch(tag::equalsIgnoreCase));
            case TECHNIQUE -> techniques(rule).anyMatch(id -> names.stream().anyMatch(name -> id.equals(name) || id.startsWith(name + ".")));
            case ALL -> true;
            case LIST -> attached.contains(rule.id());
        };
    }

    /** The ids of the techniques and sub-techniques of a rule. */
    public static Stream<String> techniques(Rule rule) {
        return rule.threats().stream().flatMap(threat -> threat.techniques().stream())
                .flatMap(technique -> Stream.concat(Stream.of(technique.reference()), technique.subtechniques().stream())).map(Threat.Reference::id);
    }

    /** The scope as it is written: {@code rule}, {@code all}, {@code rules:ID,ID}, {@code tag:TAG}, {@code technique:T1003,T1110}, {@code list:ID}. */
    public static ExceptionScope parse(String text) throws ExceptionProblem {
        int colon = text.indexOf(':');
        String word = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
        List<String> names = Arrays.stream(rest.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word) && (kind == Kind.RULE || kind == Kind.ALL) == rest.isEmpty()) {
                return switch (kind) {
                    case RULE -> RULE;
                    case ALL -> ALL;
                    case TAG, LIST -> new ExceptionScope(kind, List.of(rest));
                    case TECHNIQUE -> new ExceptionScope(kind, names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
                    case RULES -> new ExceptionScope(kind, names);
                };
            }
        }
        throw new ExceptionProblem("The scope of an exception: expected rule, all, rules:ID,ID, tag:TAG, technique:T1003 or list:ID, found '" + text + "'");
    }

    /** The scope as {@link #parse} reads it; several tags, which it cannot write, are joined by commas. */
    public String text() {
        return names.isEmpty() ? kind.word() : kind.word() + ":" + String.join(",", names);
    }

    /** The rules in words, to follow "for". */
    String words(String ruleName) {
        String quoted = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return switch (kind) {
            case RULE -> "rule '" + ruleName + "'";
            case RULES -> "rule '" + ruleName + "' and the rules " + quoted;
            case TAG -> "rules with the tag " + quoted;
            case TECHNIQUE -> "rules of technique " + String.join(", ", names);
            case ALL -> "any rule";
            case LIST -> "the " + (attached.size() == 1 ? "rule" : attached.size() + " rules") + " of the shared list " + quoted;
        };
    }
}
