package dev.varve.cli;

import dev.varve.diff.ObjectPattern;
import dev.varve.diff.Scope;
import dev.varve.execute.Comparison;
import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.model.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what is compared; what {@code varve.properties} says of it holds as well. */
final class ScopeOptions {

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            split = ",",
            description = "Compare nothing but these objects, [kind:][schema.]name with * and ?; also \"include\" in"
                    + " varve.properties.")
    private List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            description = "Leave these objects out, such as \"audit.*\" or \"policy:*\"; also \"exclude\" in"
                    + " varve.properties.")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--no-owners",
            description = "Take no notice of who owns what; also \"owners=false\" in varve.properties.")
    private boolean noOwners;

    @Option(
            names = "--no-privileges",
            description = "Take no notice of who may do what; also \"privileges=false\" in varve.properties.")
    private boolean noPrivileges;

    @Option(
            names = "--ignore",
            paramLabel = "KIND",
            split = ",",
            description =
                    "Take no notice of these kinds of objects or of facts about tables, such as comment, \"storage"
                            + " parameters\" or \"column statistics\"; also \"ignore\" in varve.properties.")
    private List<String> ignored = new ArrayList<>();

    /**
     * What is compared, of what the application compares at all.
     *
     * @throws CliException if a pattern or a kind names nothing
     */
    Scope scope(Settings settings) {
        try {
            Scope scope = new ConfiguredScope(settings)
                    .of(Scope.EVERYTHING)
                    .including(include.toArray(String[]::new))
                    .excluding(exclude.toArray(String[]::new))
                    .ignoring(ignored.toArray(String[]::new));
            Scope owned = noOwners ? scope.withoutOwners() : scope;
            return noPrivileges ? owned.withoutPrivileges() : owned;
        } catch (IllegalArgumentException e) {
            throw new CliException(e.getMessage(), e);
        }
    }

    /** The same comparison as far as somebody asks for it. */
    Comparison of(Comparison whole, CliContext context) {
        Scope scope = scope(context.settings());
        check(context.terminal(), List.of(whole.expected(), whole.live()));
        return whole.within(scope);
    }

    /**
     * Looks for options that fit nothing of what is compared, and says so of those that leave something out. What {@code varve.properties} says
     * is for all databases, and need not fit something in each.
     *
     * @throws CliException if there is one that asks for something
     */
    void check(Terminal terminal, Collection<Database> compared) {
        fittingNothing(include, compared).findFirst().ifPresent(pattern -> {
            throw new CliException("--include " + pattern.text() + " fits nothing that is compared."
                    + suggestion(pattern, compared) + " Nothing was done.");
        });
        fittingNothing(exclude, compared)
                .forEach(pattern -> terminal.note("--exclude " + pattern.text() + " fits nothing that is compared."
                        + suggestion(pattern, compared)));
    }

    private static Stream<ObjectPattern> fittingNothing(List<String> patterns, Collection<Database> compared) {
        return patterns.stream()
                .map(ObjectPattern::new)
                .filter(pattern -> compared.stream().noneMatch(pattern::matchesIn));
    }

    private static String suggestion(ObjectPattern pattern, Collection<Database> compared) {
        Set<String> names = new TreeSet<>();
        compared.stream().flatMap(Database::objects).map(SchemaObject::id).forEach(id -> {
            names.add(id.name().toString());
            names.add(id.kind() + ":*");
            names.add(id.name().schema() + ".*");
        });
        return Suggestion.of(pattern.text(), names);
    }
}
