package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Time;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionProblem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Clauses in the language of each rule: remarks, then the clause, then an empty line. */
final class QueryForm {
    private final QueryLanguages languages;
    private final Function<String, FieldType> types;

    QueryForm(QueryLanguages languages, Function<String, FieldType> types) {
        this.languages = languages;
        this.types = types;
    }

    WrittenExceptions write(List<OutgoingException> items) {
        List<Refusal> refused = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> written = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Rule, List<ExceptionItem>> rule : ByRule.of(items, "a query", refused).items().entrySet()) {
            for (ExceptionItem item : rule.getValue()) {
                try {
                    text.append(text.isEmpty() ? "" : "\n").append(block(rule.getKey(), item));
                    written.add(item.id());
                    item.expires().ifPresent(end -> notes.add("'" + item.name() + "' ends at " + Time.iso(end) + "; a query does not know an end, so take the clause out then"));
                } catch (NotSayable e) {
                    refused.add(new Refusal(item.name(), "for the rule " + rule.getKey().name() + ": " + e.getMessage()));
                }
            }
        }
        return new WrittenExceptions(text.toString(), List.copyOf(written), refused, notes.stream().distinct().toList());
    }

    private String block(Rule rule, ExceptionItem item) throws NotSayable {
        String language = rule.language();
        ClauseWriter writer =
                ClauseWriter.of(language, types).orElseThrow(() -> new NotSayable(language.equals("sigma") ? "a Sigma rule has no query to add a clause to; choose the form sigma"
                        : "clauses cannot be written in " + (language.isEmpty() ? "a rule without a query" : language)));
        String clause = writer.clause(item.entries());
        String place = switch (item.part().kind()) {
            case WHOLE -> language.equals("spl") ? "add it at the end, behind | where" : language.equals("eql") ? "add it with and to the condition; of a sequence, to each bracket"
                    : "add it with and";
            case STEP -> "add it with and to bracket " + item.part().step();
            case KEY -> "add it with and to each bracket; it is about the join key";
        };
        return Headed.rule(rule) + Headed.line("language", language) + Headed.item(item)
                + (item.part().equals(ExceptionPart.WHOLE) ? "" : Headed.line("part", item.part().text())) + Headed.line("where", place) + clause + "\n";
    }

    ReadExceptions read(String text, Function<String, Optional<Rule>> rules, Optional<Rule> given) {
        List<ReadExceptions.Item> items = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Map<String, String> head = Headed.none();
        StringBuilder clause = new StringBuilder();
        for (String line : (text + "\n\n").lines().toList()) {
            if (line.isBlank()) {
                if (!clause.isEmpty()) {
                    try {
                        items.addAll(items(head, clause.toString(), rules, given));
                    } catch (NotSayable | ExceptionProblem e) {
                        refused.add(new Refusal(head.getOrDefault("name", clause.toString().strip()), e.getMessage()));
                    }
                    head = Headed.none();
                    clause.setLength(0);
                }
            } else if (!clause.isEmpty() || !Headed.take(line, head)) {
                clause.append(line).append('\n');
            }
        }
        return new ReadExceptions(items, List.of(), refused);
    }

    private List<ReadExceptions.Item> items(Map<String, String> head, String clause, Function<String, Optional<Rule>> rules, Optional<Rule> given)
            throws NotSayable, ExceptionProblem {
        Optional<Rule> rule = rules.apply(head.getOrDefault("rule", "")).or(() -> given);
        String language = head.getOrDefault("language", rule.map(Rule::language).orElse(""));
        if (language.isEmpty()) {
            throw new NotSayable("the language of the clause is not known; write \"# rule: ID\" before it, or name a rule");
        }
        List<List<Entry>> found = new ClauseReader(languages).read(language, clause);
        ExceptionPart part = head.containsKey("part") ? ExceptionPart.parse(head.get("part")) : ExceptionPart.WHOLE;
        long end = Time.parse(head.getOrDefault("expires", ""));
        List<ReadExceptions.Item> items = new ArrayList<>();
        for (List<Entry> entries : found) {
            String name = head.getOrDefault("name", "") + (found.size() == 1 || !head.containsKey("name") ? "" : " (" + (items.size() + 1) + ")");
            ExceptionDraft draft =
                    new ExceptionDraft(name, entries, head.getOrDefault("comment", ""), end == Time.NONE ? Optional.empty() : Optional.of(end), ExceptionScope.RULE, part);
            items.add(new ReadExceptions.Item(items.isEmpty() ? head.getOrDefault("exception", "") : "", draft, head.containsKey("rule") ? List.of(head.get("rule")) : List.of()));
        }
        return items;
    }
}
