package dev.varve.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it only explains itself. */
@Command(
        name = "varve",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "Migrates databases forward and back.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything went well.",
            "1:It did not; the error says why, and what was changed.",
            "2:The command itself was wrong.",
            "3:check or drift found differences, or import left something out.",
            "4:check found texts that only a server can compare."
        },
        footer = {
            "",
            "Where a database is: --url DATABASE=URL, else VARVE_<DATABASE>_URL, _USER and _PASSWORD,",
            "else <database>.url, .user and .password in varve.properties."
        })
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
