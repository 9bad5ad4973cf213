package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes and reads exceptions in the forms of other tools. Immutable and thread-safe. */
public final class ExceptionExchange {
    private final QueryLanguages languages;
    private final Function<String, FieldType> types;

    /**
     * For the events of a case.
     *
     * @param types the type of a field; where data sets differ, the one that says most
     */
    public ExceptionExchange(QueryLanguages languages, Function<String, FieldType> types) {
        this.languages = languages;
        this.types = types;
    }

    /**
     * Writes exceptions; those that do not count, or that the form cannot say, are refused with the reason.
     *
     * @param now ticks of the wall clock
     */
    public WrittenExceptions write(ExchangeForm form, List<OutgoingException> items, long now) {
        List<OutgoingException> counting = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (OutgoingException one : items) {
            if (ExceptionCompiler.counts(one.item(), now)) {
                counting.add(one);
            } else {
                refused.add(new Refusal(one.item().name(), one.item().enabled() ? "it has expired" : "it is switched off, and would count there"));
            }
        }
        WrittenExceptions written = switch (form) {
            case ELASTIC -> new ElasticForm(types).write(counting);
            case SIGMA -> new SigmaForm(languages).write(counting);
            case SPLUNK -> new SplunkForm(languages).write(counting);
            case QUERY -> new QueryForm(languages, types).write(counting);
        };
        refused.addAll(written.refused());
        return new WrittenExceptions(written.text(), written.written(), refused, written.notes());
    }

    /**
     * Reads exceptions.
     *
     * @param rules the rules of the case by id
     * @param given the rule for clauses that do not say theirs
     */
    public ReadExceptions read(ExchangeForm form, String text, Function<String, Optional<Rule>> rules, Optional<Rule> given) {
        return switch (form) {
            case ELASTIC -> ElasticForm.read(text);
            case SIGMA -> new SigmaForm(languages).read(text);
            case SPLUNK -> new SplunkForm(languages).read(text);
            case QUERY -> new QueryForm(languages, types).read(text, rules, given);
        };
    }

    /** The name of the macro with which a rule's search filters what it found. */
    public static String filterMacro(Rule rule) {
        return SplunkForm.macro(rule);
    }
}
