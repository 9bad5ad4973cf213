package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.CancelledException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TasksTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(waiting::add, waiting::add, Runnable::run);
    private final List<String> seen = new ArrayList<>();

    @Test void aResultIsHandedOnAndThenTheEnd() {
        tasks.work(() -> "result").onSuccess(seen::add).andFinally(() -> seen.add("end")).start();
        waiting.forEach(Runnable::run);
        assertEquals(List.of("result", "end"), seen);
    }

    @Test void aRefusalTellsItsMessage() {
        tasks.work(() -> {
            throw new IOException("The drive is not connected.");
        }).onFailure(why -> seen.add(why.toString())).andFinally(() -> seen.add("end")).start();
        waiting.forEach(Runnable::run);
        assertEquals(List.of(new Failure.Refused("The drive is not connected.").toString(), "end"), seen);
    }

    @Test void aMistakeOfTheProgramIsToldAsOne() {
        List<Failure> failures = new ArrayList<>();
        tasks.work(() -> Integer.parseInt("x")).onFailure(failures::add).start();
        waiting.forEach(Runnable::run);
        assertTrue(failures.getFirst() instanceof Failure.Internal, failures.toString());
    }

    @Test void cancelledWorkIsNoMistake() {
        tasks.work(() -> {
            throw new CancelledException();
        }).onFailure(why -> seen.add(why.message())).start();
        waiting.forEach(Runnable::run);
        assertEquals(List.of("Cancelled."), seen);
    }

    @Test void aStaleResultIsDroppedWithItsHandlers() {
        Tasks.Lane lane = tasks.lane();
        lane.work(() -> "old").onSuccess(seen::add).andFinally(() -> seen.add("old end")).start();
        lane.work(() -> "new").onSuccess(seen::add).andFinally(() -> seen.add("new end")).start();
        waiting.forEach(Runnable::run);
        assertEquals(List.of("new", "new end"), seen);
    }

    @Test void workThatBecameStaleIsNotBegun() {
        Tasks.Lane lane = tasks.lane();
        lane.work(() -> seen.add("begun")).start();
        lane.drop();
        waiting.forEach(Runnable::run);
        assertEquals(List.of(), seen);
    }

    @Test void changesNeverReplaceEachOther() {
        tasks.change(() -> seen.add("first")).start();
        tasks.change(() -> seen.add("second")).start();
        waiting.forEach(Runnable::run);
        assertEquals(List.of("first", "second"), seen);
    }
}
