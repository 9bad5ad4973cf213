package dev.spoor.workbench;

import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ElasticException;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionProblem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.store.CaseFile;
import dev.spoor.store.JournalLine;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the exceptions that came in rules' files into the case, where the analyst sees them, can switch them off and sees what they keep away. Each is taken once:
 * one that was removed does not come back with the next run.
 */
final class RuleFileExceptions {
    private final CaseFile file;
    private final String analyst;

    RuleFileExceptions(CaseFile file, String analyst) {
        this.file = file;
        this.analyst = analyst;
    }

    /** Those of some rules that the case never had. What cannot be read or kept is said by the rule's fidelity or in the journal. */
    void adopt(List<Rule> rules) throws StoreException {
        Map<String, ExceptionDraft> drafts = new LinkedHashMap<>();
        Map<String, List<Rule>> users = new LinkedHashMap<>();
        for (Rule rule : rules) {
            for (String json : rule.settings().own().items()) {
                Optional<ElasticException> read = read(json);
                read.ifPresent(one -> {
                    drafts.putIfAbsent(one.id(), one.draft());
                    users.computeIfAbsent(one.id(), _ -> new ArrayList<>()).add(rule);
                });
            }
        }
        for (Map.Entry<String, ExceptionDraft> one : drafts.entrySet()) {
            adopt(one.getKey(), one.getValue(), users.get(one.getKey()));
        }
    }

    /** What cannot be read makes its rule approximate, see {@link dev.spoor.detect.RuleCompiler}. */
    private static Optional<ElasticException> read(String json) {
        try {
            return Optional.of(ElasticException.read(json));
        } catch (ExceptionProblem e) {
            return Optional.empty();
        }
    }

    private void adopt(String id, ExceptionDraft draft, List<Rule> rules) throws StoreException {
        Rule home = rules.getFirst();
        List<String> others = rules.stream().skip(1).map(Rule::id).distinct().toList();
        ExceptionScope scope = others.isEmpty() ? ExceptionScope.RULE : new ExceptionScope(ExceptionScope.Kind.RULES, others);
        ExceptionItem item = new ExceptionDraft(draft.name(), draft.entries(), draft.comment(), draft.expires(), scope).item(id, home.id(), analyst, Clock.now());
        String mark = "from the rule's file (" + id + ")";
        boolean known = file.exceptions().find(id).isPresent() || file.journal().about(home.id()).stream().anyMatch(line -> line.act().detail().startsWith(mark));
        if (known) {
            return;
        }
        Optional<Entry> unknown = unresolved(item);
        if (unknown.isPresent()) {
            file.journal().append(new JournalLine.Act(Clock.now(), analyst, "except", home.id(),
                    "not taken " + mark + ": the case has no value list '" + unknown.get().list().orElseThrow().id() + "' of that type"));
        } else {
            file.exceptions().add(item, mark + ": " + ExceptionSentence.of(item, home.name()));
        }
    }

    /** The first entry whose value list the case does not have. */
    private Optional<Entry> unresolved(ExceptionItem item) throws StoreException {
        for (Entry entry : item.entries()) {
            if (entry.list().isPresent() && file.valueLists().find(entry.list().get().id()).filter(list -> list.type() == entry.list().get().type()).isEmpty()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
