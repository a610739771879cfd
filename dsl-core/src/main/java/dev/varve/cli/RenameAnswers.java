package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.diff.Renaming;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What somebody says of names that are gone: nothing is guessed. */
final class RenameAnswers {

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "What is called otherwise now: schema.table=name or schema.table.column=name.")
    private List<String> renamed = new ArrayList<>();

    @Option(
            names = "--no-rename",
            paramLabel = "OLD",
            description = "What is gone, whatever has come beside it: schema.table or schema.table.column.")
    private List<String> gone = new ArrayList<>();

    /**
     * The difference with the renames first.
     *
     * @param known further answers, such as those of the models
     * @param comparison what finds the rest of the difference
     * @throws CliException if something may be a rename and nobody says whether it is, or somebody says so of nothing
     */
    Difference difference(
            Database from, Database to, List<String> known, BiFunction<Database, Database, Difference> comparison) {
        List<String> answers = Stream.concat(renamed.stream(), known.stream()).toList();
        List<Operation> renames = new ArrayList<>();
        Set<String> unused = new LinkedHashSet<>(renamed);
        Database state = from;
        for (List<Renaming> round = said(state, to, answers); !round.isEmpty(); round = said(state, to, answers)) {
            unused.removeIf(round.get(0)::isSaidBy);
            for (Operation operation : round.get(0).operations()) {
                renames.add(operation);
                state = operation.after(state);
            }
        }
        refuseUnused(unused);
        refuseOpen(state, to);
        return comparison.apply(state, to).after(renames);
    }

    private static List<Renaming> said(Database from, Database to, List<String> answers) {
        return Renaming.candidates(from, to).stream()
                .filter(candidate -> answers.stream().anyMatch(candidate::isSaidBy))
                .toList();
    }

    private static void refuseUnused(Set<String> answers) {
        if (!answers.isEmpty()) {
            throw new CliException(
                    "Nothing has gone and come that --rename " + String.join(" --rename ", answers)
                            + " could mean. It is said as schema.table=name or schema.table.column=name.\nNothing was written.");
        }
    }

    private void refuseOpen(Database from, Database to) {
        List<Renaming> open = Renaming.candidates(from, to).stream()
                .filter(candidate -> !gone.contains(candidate.from()))
                .toList();
        if (!open.isEmpty()) {
            StringBuilder message =
                    new StringBuilder("Something is gone and something like it has come. Say which it is:");
            for (Renaming candidate : open) {
                message.append("\n  --rename ").append(candidate.answer());
                message.append("    or  --no-rename ").append(candidate.from());
            }
            throw new CliException(message + "\nNothing was written.");
        }
    }
}
