package dev.spoor.query.parse;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts within a few edits of another: characters inserted, deleted, replaced, or two neighbours swapped. Written as the patterns of all such texts, since at most
 * two edits are asked for.
 */
final class Similar {
    /** Stands for any one character. */
    private static final int ANY = -1;
    /** Longer texts would make too many patterns. */
    static final int LONGEST = 64;

    private Similar() {}

    /**
     * A test that passes for the text itself and for all within so many edits.
     *
     * @param text  at most {@link #LONGEST} characters
     * @param edits 0 to 2
     */
    static ValueTest test(String text, int edits) {
        Set<List<Integer>> all = new LinkedHashSet<>();
        all.add(text.codePoints().boxed().toList());
        for (int i = 0; i < edits; i++) {
            for (List<Integer> variant : List.copyOf(all)) {
                edit(variant, all);
            }
        }
        TreeSet<String> texts = new TreeSet<>();
        List<ValueTest> none = new ArrayList<>();
        for (List<Integer> variant : all) {
            if (variant.contains(ANY)) {
                none.add(new ValueTest.Negated(new ValueTest.Like(glob(variant), false)));
            } else {
                texts.add(glob(variant).pieces().isEmpty() ? "" : ((Glob.Literal) glob(variant).pieces().getFirst()).text());
            }
        }
        none.add(new ValueTest.Negated(new ValueTest.OneOf(texts, false)));
        return new ValueTest.Negated(new ValueTest.Every(none));
    }

    private static void edit(List<Integer> text, Set<List<Integer>> into) {
        for (int i = 0; i <= text.size(); i++) {
            into.add(replaced(text, i, i, List.of(ANY)));
            if (i < text.size()) {
                into.add(replaced(text, i, i + 1, List.of()));
                into.add(replaced(text, i, i + 1, List.of(ANY)));
            }
            if (i + 1 < text.size()) {
                into.add(replaced(text, i, i + 2, List.of(text.get(i + 1), text.get(i))));
            }
        }
    }

    private static List<Integer> replaced(List<Integer> text, int from, int to, List<Integer> by) {
        List<Integer> result = new ArrayList<>(text.subList(0, from));
        result.addAll(by);
        result.addAll(text.subList(to, text.size()));
        return List.copyOf(result);
    }

    private static Glob glob(List<Integer> text) {
        Glob.Builder glob = new Glob.Builder();
        for (int point : text) {
            if (point == ANY) {
                glob.one();
            } else {
                glob.literal(Character.toString(point));
            }
        }
        return glob.build();
    }
}
