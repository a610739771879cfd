package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.diff.Renaming;
import dev.varve.model.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** What somebody says of names that are gone: nothing is guessed. */
final class RenameAnswers {

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "What is called otherwise now: schema.table=name, schema.table.column=name,"
                    + " schema.enum.value=name or schema.type.attribute=name.")
    private List<String> renamed = new ArrayList<>();

    @Option(
            names = "--no-rename",
            paramLabel = "OLD",
            description = "What is gone, whatever has come beside it: schema.table, schema.table.column,"
                    + " schema.enum.value or schema.type.attribute.")
    private List<String> gone = new ArrayList<>();

    @Option(names = "--no-input", description = "Ask nothing, even if there is a terminal.")
    private boolean silent;

    /**
     * The difference with the renames first.
     *
     * @param known further answers, such as those of the models
     * @param comparison what finds the rest of the difference
     * @param respondent who is asked about what nobody has answered
     * @throws CliException if something may be a rename and nobody says whether it is, or somebody says so of nothing
     */
    Difference difference(
            Database from,
            Database to,
            List<String> known,
            BiFunction<Database, Database, Difference> comparison,
            Respondent respondent) {
        return renames(from, to, known, respondent).difference(comparison);
    }

    /**
     * What is called otherwise in the second state.
     *
     * @param known further answers, such as those of the models
     * @param respondent who is asked about what nobody has answered
     * @throws CliException if something may be a rename and nobody says whether it is, or somebody says so of nothing
     */
    Renames renames(Database from, Database to, List<String> known, Respondent respondent) {
        Renames renames = new Renames(from, to);
        Set<String> unused = new LinkedHashSet<>(renamed);
        Set<String> answers = new LinkedHashSet<>(renamed);
        answers.addAll(known);
        renames.possible().forEach(candidate -> unused.removeIf(candidate::isSaidBy)); // one can come with another
        renames.followSaid(candidate -> {
            unused.removeIf(candidate::isSaidBy);
            return answers.stream().anyMatch(candidate::isSaidBy);
        });
        refuseUnused(unused);
        Set<Renaming> denied = new HashSet<>();
        renames.follow(candidate -> isOpen(candidate, denied) && isConfirmed(candidate, denied, respondent));
        refuse(renames.unanswered(candidate -> isOpen(candidate, denied)));
        return renames;
    }

    private boolean isOpen(Renaming candidate, Set<Renaming> denied) {
        return !gone.contains(candidate.from()) && !denied.contains(candidate);
    }

    private boolean isConfirmed(Renaming candidate, Set<Renaming> denied, Respondent respondent) {
        Optional<Boolean> answer = silent
                ? Optional.empty()
                : respondent.agrees(candidate.from() + " is gone, and " + candidate.to()
                        + " has come. Is it the same under another name, so that its contents stay?");
        answer.filter(yes -> !yes).ifPresent(no -> denied.add(candidate));
        return answer.orElse(false);
    }

    private static void refuseUnused(Set<String> answers) {
        if (!answers.isEmpty()) {
            throw new CliException(
                    "Nothing has gone and come that --rename " + String.join(" --rename ", answers)
                            + " could mean. It is said as schema.table=name, schema.table.column=name, schema.enum.value=name or schema.type.attribute=name.\nNothing was written.");
        }
    }

    private static void refuse(List<Renaming> open) {
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
