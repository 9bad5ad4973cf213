package dev.spoor.query.spl;

import dev.spoor.query.spl.Command.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the commands of a search, from pipe to pipe. */
final class PipeReader {
    private static final int MAX_COMMANDS = 500;

    private PipeReader() {}

    /** All commands; what is wrong is told, command by command. */
    static List<Placed> commands(String text, Consumer<SplProblem> problems) {
        List<Placed> commands = new ArrayList<>();
        try {
            List<CommandSplitter.Piece> pieces = CommandSplitter.split(text);
            if (pieces.size() > MAX_COMMANDS) {
                throw SplProblem.limit(0, "the search has more than " + MAX_COMMANDS + " commands");
            }
            for (int i = 0; i < pieces.size(); i++) {
                try {
                    command(text, pieces.get(i), i == 0, pieces.size() > 1, false, commands);
                } catch (SplProblem problem) {
                    problems.accept(problem);
                }
            }
        } catch (SplProblem problem) {
            problems.accept(problem);
        }
        return commands;
    }

    /** The commands of a stretch in square brackets. */
    static List<Placed> inner(String text, int begin, int end) throws SplProblem {
        List<Placed> commands = new ArrayList<>();
        List<CommandSplitter.Piece> pieces = CommandSplitter.split(text, begin, end);
        for (int i = 0; i < pieces.size(); i++) {
            command(text, pieces.get(i), i == 0, pieces.size() > 1, true, commands);
        }
        return commands;
    }

    private static void command(String text, CommandSplitter.Piece piece, boolean first, boolean more, boolean inner, List<Placed> into) throws SplProblem {
        SplScanner in = new SplScanner(text, piece.begin(), piece.end());
        boolean blank = in.atEnd();
        if (first && blank && more) {
            return;
        }
        if (blank) {
            throw SplProblem.syntax(Math.max(0, piece.begin() - 1), first ? "the search is empty" : "a command is missing behind the pipe");
        }
        int offset = in.position();
        boolean search = first && !in.looksAtWord("search") && !(inner && known(in));
        into.add(new Placed(search ? new Command.Search(new SearchParser(in).search()) : new CommandParser(in).parse(), offset));
    }

    /** Whether a command's name comes next, not compared with anything. */
    private static boolean known(SplScanner in) {
        int begin = in.position();
        String word = SplScanner.lower(in.bare("(\"[]=,|<>!"));
        in.skipBlanks();
        boolean compared = "=<>!".indexOf(in.peek()) >= 0 && in.peek() != 0;
        in.moveTo(begin);
        return KnownCommands.contains(word) && !compared;
    }
}
