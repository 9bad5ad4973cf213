package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import java.util.List;

/**
 * A row with its time and the values that it may share with others.
 *
 * @param time   seconds
 * @param keys   its values of each key
 * @param begins whether it begins a group
 * @param ends   whether it ends one
 */
record TimedRow(Row row, double time, List<List<String>> keys, boolean begins, boolean ends) {}
