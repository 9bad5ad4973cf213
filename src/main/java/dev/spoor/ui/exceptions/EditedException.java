package dev.spoor.ui.exceptions;

import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the editor begins with.
 *
 * @param ruleId   the rule it belongs to
 * @param ruleName how that is called
 * @param draft    what is filled in
 * @param before   the exception that is changed; empty for a new one
 * @param others   ids of the other rules of the alerts that it is made from
 * @param chosen   from how many alerts it is made; 0 for none
 */
record EditedException(String ruleId, String ruleName, ExceptionDraft draft, Optional<ExceptionItem> before, List<String> others, int chosen) {
    static EditedException of(ExceptionItem item, String ruleName) {
        return new EditedException(item.ruleId(), ruleName, new ExceptionDraft(item.name(), item.entries(), item.comment(), item.expires(), item.scope(), item.part()),
                Optional.of(item),
                List.of(), 0);
    }

    /** The exceptions of what was written: one for each group; the first takes the place of the one that is changed. */
    List<ExceptionItem> items(List<List<Entry>> groups, String name, String comment, Optional<Long> expires, ExceptionScope scope, ExceptionPart part, String analyst) {
        List<ExceptionItem> items = new ArrayList<>();
        for (List<Entry> group : groups) {
            String title = name.isEmpty() || groups.size() == 1 ? name : name + " (" + (items.size() + 1) + ")";
            ExceptionDraft written = new ExceptionDraft(title, group, comment, expires, scope, part);
            items.add(items.isEmpty() && before.isPresent()
                    ? written.item(before.get().id(), ruleId, before.get().createdBy(), before.get().createdAt()).switched(before.get().enabled())
                    : written.item(UUID.randomUUID().toString(), ruleId, analyst, Time.of(Instant.now())));
        }
        return items;
    }
}
