package dev.spoor.ui;

import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.workbench.ExceptionWork;
import dev.spoor.workbench.RuleParts;
import java.util.List;

/** Nothing is shared, no rule has parts. */
final class FakeExceptionWork implements ExceptionWork {
    @Override public List<SharedList> sharedLists() {
        return List.of();
    }

    @Override public void saveSharedList(SharedList list) {}

    @Override public void removeSharedList(String id) {}

    @Override public RuleParts parts(String ruleId) {
        return RuleParts.NONE;
    }
}
