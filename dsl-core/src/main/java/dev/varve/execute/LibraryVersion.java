package dev.varve.execute;

import java.util.Optional;

/** The version of this library. */
public final class LibraryVersion {

    private LibraryVersion() {}

    /** The version as the library's jar says it; {@code development} where there is no jar. */
    public static String current() {
        return Optional.ofNullable(LibraryVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
