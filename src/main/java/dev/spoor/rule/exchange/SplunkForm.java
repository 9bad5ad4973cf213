package dev.spoor.rule.exchange;

import dev.spoor.event.Time;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code macros.conf}: for each rule its {@code <name>_filter} macro, in which each exception is a {@code NOT (…)}. */
final class SplunkForm {
    private static final Pattern FILTER = Pattern.compile("`([A-Za-z0-9_]+_filter)`");
    private static final Pattern STANZA = Pattern.compile("\\[([^\\]]+)\\]\\s*");
    private static final Pattern DEFINITION = Pattern.compile("definition\\s*=\\s*(.*)", Pattern.DOTALL);
    private final QueryLanguages languages;

    SplunkForm(QueryLanguages languages) {
        this.languages = languages;
    }

    /** The name of a rule's filter macro: the one that its search names, else its own name with {@code _filter}. */
    static String macro(Rule rule) {
        Matcher found = FILTER.matcher(rule.query());
        String name = "";
        while (found.find()) {
            name = found.group(1);
        }
        return name.isEmpty() ? rule.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "") + "_filter" : name;
    }

    WrittenExceptions write(List<OutgoingException> items) {
        List<Refusal> refused = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> written = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder();
        ClauseWriter writer = new SplClause();
        for (Map.Entry<Rule, List<ExceptionItem>> rule : ByRule.of(items, "a filter macro", refused).items().entrySet()) {
            StringBuilder heads = new StringBuilder();
            List<String> clauses = new ArrayList<>();
            for (ExceptionItem item : rule.getValue()) {
                try {
                    clauses.add(clause(writer, item));
                    heads.append(Headed.item(item));
                    written.add(item.id());
                    item.expires().ifPresent(end -> notes.add("'" + item.name() + "' ends at " + Time.iso(end) + "; a macro does not know an end, so take it out then"));
                } catch (NotSayable e) {
                    refused.add(new Refusal(item.name(), e.getMessage()));
                }
            }
            if (!clauses.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(Headed.rule(rule.getKey())).append(heads).append('[').append(macro(rule.getKey())).append("]\ndefinition = where ")
                        .append(String.join(" AND ", clauses)).append("\niseval = 0\n");
            }
        }
        return new WrittenExceptions(text.toString(), List.copyOf(written), refused.stream().distinct().toList(), notes.stream().distinct().toList());
    }

    private static String clause(ClauseWriter writer, ExceptionItem item) throws NotSayable {
        if (item.part().kind() != ExceptionPart.Kind.WHOLE) {
            throw new NotSayable("a filter macro looks at what the search found; this exception is about " + item.part().text());
        }
        String clause = writer.clause(item.entries());
        if (clause.lines().count() > 1) {
            throw new NotSayable("a value has a line break, which a macro cannot hold");
        }
        return clause;
    }

    ReadExceptions read(String text) {
        List<ReadExceptions.Item> items = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        List<Map<String, String>> heads = new ArrayList<>();
        String rule = "";
        String macro = "";
        for (String line : text.replaceAll("\\\\\\R", " ").lines().toList()) {
            Matcher stanza = STANZA.matcher(line);
            Matcher definition = DEFINITION.matcher(line);
            Map<String, String> head = Headed.none();
            if (Headed.take(line, head)) {
                rule = head.getOrDefault("rule", rule);
                if (head.containsKey("exception")) {
                    heads.add(Headed.none());
                }
                if (!heads.isEmpty()) {
                    heads.getLast().putAll(head);
                }
            } else if (stanza.matches()) {
                macro = stanza.group(1).replaceFirst("\\(.*", "").strip();
            } else if (definition.matches() && !macro.isEmpty()) {
                try {
                    items.addAll(items(macro, rule, definition.group(1).strip(), heads));
                } catch (NotSayable e) {
                    refused.add(new Refusal(macro, e.getMessage()));
                }
                heads.clear();
                rule = "";
                macro = "";
            }
        }
        return new ReadExceptions(items, List.of(), refused);
    }

    private List<ReadExceptions.Item> items(String macro, String rule, String definition, List<Map<String, String>> heads) throws NotSayable {
        if (definition.equals("search *")) {
            return List.of();
        }
        List<List<Entry>> found = new ClauseReader(languages).read("spl", definition.replaceFirst("^\"(.*)\"$", "$1"));
        boolean told = heads.size() == found.size();
        List<ReadExceptions.Item> items = new ArrayList<>();
        for (List<Entry> entries : found) {
            Map<String, String> head = told ? heads.get(items.size()) : Map.of();
            long end = Time.parse(head.getOrDefault("expires", ""));
            ExceptionDraft draft =
                    new ExceptionDraft(head.getOrDefault("name", ""), entries, head.getOrDefault("comment", ""), end == Time.NONE ? Optional.empty() : Optional.of(end),
                            ExceptionScope.RULE);
            items.add(new ReadExceptions.Item(head.getOrDefault("exception", ""), draft, List.of(rule.isEmpty() ? macro : rule, macro)));
        }
        return items;
    }
}
