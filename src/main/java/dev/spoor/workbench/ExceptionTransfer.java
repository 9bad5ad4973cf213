package dev.spoor.workbench;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.rule.exchange.ExceptionExchange;
import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.OutgoingException;
import dev.spoor.rule.exchange.ReadExceptions;
import dev.spoor.rule.exchange.WrittenExceptions;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes exceptions out of a case and into it, in the forms of other tools. One object serves one transfer. */
final class ExceptionTransfer {
    private final CaseFile file;
    private final CaseExceptions exceptions;
    private final Supplier<String> analyst;
    private final ExceptionExchange exchange;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<ValueList> valueLists = new ArrayList<>();
    private final List<SharedList> sharedLists = new ArrayList<>();

    ExceptionTransfer(CaseFile file, QueryLanguages languages, CaseExceptions exceptions, Supplier<String> analyst) throws StoreException, WorkbenchException {
        this.file = file;
        this.exceptions = exceptions;
        this.analyst = analyst;
        Collection<FieldTypes> types = new CaseTypes(file).all().values();
        this.exchange = new ExceptionExchange(languages,
                field -> types.stream().map(one -> one.type(field)).filter(type -> type != FieldType.UNKNOWN).findFirst().orElse(FieldType.UNKNOWN));
        for (RuleRun run : file.runs().newest()) {
            rules.put(run.rule().id(), run.rule());
        }
    }

    WrittenExceptions write(ExchangeForm form, Collection<String> ids) throws StoreException, WorkbenchException {
        List<OutgoingException> outgoing = new ArrayList<>();
        List<ExceptionItem> all = file.exceptions().list();
        for (String id : ids) {
            if (all.stream().noneMatch(item -> item.id().equals(id))) {
                throw new WorkbenchException("The case has no exception '" + id + "'. Nothing was written.");
            }
        }
        for (ExceptionItem item : all) {
            if (ids.isEmpty() || ids.contains(item.id())) {
                List<Rule> covered = new ArrayList<>(rules.values().stream().filter(item::covers).toList());
                outgoing.add(new OutgoingException(item, rules.get(item.ruleId()), covered));
            }
        }
        return exchange.write(form, outgoing, Clock.now());
    }

    ImportedExceptions read(ExchangeForm form, String text, Optional<String> given) throws StoreException, WorkbenchException {
        Optional<Rule> rule = given.map(rules::get);
        if (given.isPresent() && rule.isEmpty()) {
            throw new WorkbenchException("The case has no rule " + given.get() + ". Nothing was changed.");
        }
        ReadExceptions read = exchange.read(form, text, id -> Optional.ofNullable(rules.get(id)), rule);
        refused.addAll(read.refused());
        List<ExceptionItem> items = new ArrayList<>();
        List<ExceptionItem> known = new ArrayList<>(file.exceptions().list());
        for (ReadExceptions.Item one : read.items()) {
            Optional<ExceptionItem> item = item(one, rule, read.lists());
            if (item.isPresent()) {
                take(item.get(), known, items);
            }
        }
        file.transaction(Durability.SAFE, () -> {
            for (ValueList list : valueLists) {
                file.valueLists().save(list, analyst.get(), Clock.now());
            }
            for (SharedList list : sharedLists) {
                file.sharedLists().save(list, analyst.get(), Clock.now());
            }
            return null;
        });
        List<ExceptionItem> added = new ArrayList<>();
        for (ExceptionItem item : items) {
            try {
                exceptions.save(List.of(item), List.of());
                added.add(item);
            } catch (WorkbenchException | StoreException e) {
                refuse(item.name(), e.getMessage());
            }
        }
        List<String> made = new ArrayList<>(valueLists.stream().map(ValueList::id).toList());
        sharedLists.forEach(list -> made.add(list.id()));
        return new ImportedExceptions(added, made, refused);
    }

    private void refuse(String name, String reason) {
        refused.add(new Refusal(name.isEmpty() ? "an exception without a name" : name, reason));
    }

    private void take(ExceptionItem item, List<ExceptionItem> known, List<ExceptionItem> items) {
        boolean same = known.stream().anyMatch(old -> old.ruleId().equals(item.ruleId()) && old.scope().text().equals(item.scope().text()) && old.part().equals(item.part())
                && said(old).equals(said(item)));
        if (same) {
            refuse(item.name(), "the case has an exception that says the same");
            return;
        }
        boolean free = known.stream().noneMatch(old -> old.id().equals(item.id()));
        ExceptionItem kept = free ? item : new ExceptionItem(UUID.randomUUID().toString(), item.ruleId(), item.name(), item.entries(), item.comment(), item.createdBy(),
                item.createdAt(), item.expires(), item.enabled(), item.scope(), item.part());
        known.add(kept);
        items.add(kept);
    }

    /** The entries without the values of lists. */
    private static List<Entry> said(ExceptionItem item) {
        return item.entries().stream().map(entry -> entry.list().isPresent() ? Entry.inList(entry.field(), entry.negated(), entry.list().get(), entry.ignoreCase()) : entry)
                .toList();
    }

    private Optional<ExceptionItem> item(ReadExceptions.Item read, Optional<Rule> given, List<ValueList> lists) throws StoreException {
        ExceptionDraft draft = read.draft();
        List<Rule> found = new ArrayList<>();
        for (String name : read.rules()) {
            rules.values().stream().filter(rule -> named(rule, name) && !found.contains(rule)).forEach(found::add);
        }
        if (read.rules().contains("*") && !rules.isEmpty()) {
            found.add(given.orElse(rules.values().iterator().next()));
        }
        if (found.isEmpty()) {
            given.ifPresent(found::add);
        }
        if (found.isEmpty()) {
            refuse(draft.name(), "the case has no rule that it is for" + (read.rules().isEmpty() ? "" : " (" + String.join(", ", read.rules()) + ")") + "; name one");
            return Optional.empty();
        }
        if (!listed(draft, lists)) {
            return Optional.empty();
        }
        Rule home = found.getFirst();
        ExceptionScope scope = draft.scope();
        List<String> others = found.stream().skip(1).map(Rule::id).sorted().toList();
        if (scope.kind() == ExceptionScope.Kind.RULE && !others.isEmpty()) {
            scope = new ExceptionScope(ExceptionScope.Kind.RULES, others);
        }
        if (scope.kind() == ExceptionScope.Kind.LIST) {
            shared(scope.names().getFirst(), home);
        }
        String id = read.id().isEmpty() ? UUID.randomUUID().toString() : read.id();
        return Optional
                .of(new ExceptionDraft(draft.name(), draft.entries(), draft.comment(), draft.expires(), scope, draft.part()).item(id, home.id(), analyst.get(), Clock.now()));
    }

    private static boolean named(Rule rule, String name) {
        return rule.id().equals(name) || ExceptionExchange.filterMacro(rule).equals(name) || rule.settings().exceptionLists().contains(name);
    }

    /** Makes the shared list that an exception is in, where it is missing. */
    private void shared(String id, Rule home) throws StoreException {
        if (file.sharedLists().find(id).isEmpty() && sharedLists.stream().noneMatch(list -> list.id().equals(id))) {
            sharedLists.add(new SharedList(id, id, "", List.of(home.id()), analyst.get(), Clock.now()));
        }
    }

    /** Whether the value lists of an exception are there, or came with it. */
    private boolean listed(ExceptionDraft draft, List<ValueList> lists) throws StoreException {
        for (Entry entry : draft.entries()) {
            if (entry.list().isPresent() && !listed(draft, entry.list().get(), lists)) {
                return false;
            }
        }
        return true;
    }

    private boolean listed(ExceptionDraft draft, Entry.ListName name, List<ValueList> lists) throws StoreException {
        Optional<ValueList> came = lists.stream().filter(list -> list.id().equals(name.id())).findFirst();
        Optional<ValueList> there = file.valueLists().find(name.id()).or(() -> valueLists.stream().filter(list -> list.id().equals(name.id())).findFirst());
        if (there.isPresent() && (there.get().type() != name.type() || came.isPresent() && !there.get().values().equals(came.get().values()))) {
            refuse(draft.name(), "the case has another value list '" + name.id() + "'");
            return false;
        }
        if (there.isPresent()) {
            return true;
        }
        if (came.isEmpty() || came.get().type() != name.type() || came.get().problem().isPresent()) {
            refuse(draft.name(), came.flatMap(ValueList::problem).orElse("the value list '" + name.id() + "' of type " + name.type().word()
                    + " is neither in the file nor in the case; make it first: spoor except values save"));
            return false;
        }
        valueLists.add(new ValueList(came.get().id(), came.get().type(), came.get().values(), analyst.get(), Clock.now()));
        return true;
    }
}
