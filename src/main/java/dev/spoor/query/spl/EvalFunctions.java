package dev.spoor.query.spl;

import dev.spoor.query.parse.ResourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions of {@code eval} and {@code where}, and how many arguments they take ({@code functions.tsv}). */
final class EvalFunctions {
    /** Any number of arguments. */
    private static final int ANY = Integer.MAX_VALUE;
    private static final Map<String, Arity> KNOWN = read();

    /**
     * @param lacking why this program does not have the function; empty where it has
     */
    record Arity(int least, int most, String lacking) {
        String words() {
            return most == ANY ? "at least " + least : least == most ? "" + least : least + " to " + most;
        }
    }

    private EvalFunctions() {}

    /** Checks that a function is there and takes so many arguments. */
    static void check(EvalNode.Call call) throws SplProblem {
        Arity arity = KNOWN.get(call.function());
        int at = call.span().start();
        if (arity == null) {
            String hint = Nearest.to(call.function(), KNOWN.keySet()).map(name -> ", did you mean '" + name + "'?").orElse("");
            throw SplProblem.semantic(at, "unknown function '" + call.function() + "'" + hint);
        }
        if (!arity.lacking().isEmpty()) {
            throw SplProblem.unsupported(at, "the function " + call.function() + " " + arity.lacking());
        }
        int count = call.arguments().size();
        if (count < arity.least() || count > arity.most()) {
            throw SplProblem.semantic(at, "the function " + call.function() + " takes " + arity.words() + " arguments, found " + count);
        }
    }

    private static Map<String, Arity> read() {
        Map<String, Arity> known = new HashMap<>();
        for (List<String> row : ResourceTable.read(EvalFunctions.class, "functions.tsv", 4)) {
            int most = row.get(2).equals("*") ? ANY : Integer.parseInt(row.get(2));
            known.put(row.get(0), new Arity(Integer.parseInt(row.get(1)), most, row.get(3)));
        }
        return Map.copyOf(known);
    }
}
