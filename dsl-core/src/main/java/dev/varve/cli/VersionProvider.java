package dev.varve.cli;

import dev.varve.execute.LibraryVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of the library. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Varve " + LibraryVersion.current()};
    }
}
