package dev.varve.cli;

import dev.varve.diff.Scope;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * What is compared.
     *
     * @throws CliException if a pattern names nothing
     */
    Scope scope(Settings settings) {
        try {
            Scope scope = Scope.EVERYTHING
                    .including(patterns(include, settings, "include"))
                    .excluding(patterns(exclude, settings, "exclude"));
            Scope owned = noOwners || isOff(settings, "owners") ? scope.withoutOwners() : scope;
            return noPrivileges || isOff(settings, "privileges") ? owned.withoutPrivileges() : owned;
        } catch (IllegalArgumentException e) {
            throw new CliException(e.getMessage(), e);
        }
    }

    private static String[] patterns(List<String> said, Settings settings, String key) {
        Stream<String> kept = settings.property(key).stream().flatMap(text -> Stream.of(text.split(",")));
        return Stream.concat(said.stream(), kept).toArray(String[]::new);
    }

    private static boolean isOff(Settings settings, String key) {
        return settings.property(key)
                .filter(value -> value.strip().equals("false"))
                .isPresent();
    }
}
