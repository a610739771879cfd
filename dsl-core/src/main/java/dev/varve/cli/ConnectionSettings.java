package dev.varve.cli;

import java.util.Optional;

/**
 * Where a database is and who connects to it.
 *
 * @param url a JDBC URL
 */
public record ConnectionSettings(String url, Optional<String> user, Optional<String> password) {

    /** Never the password, and no part of the URL in which one may stand. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)([?&]password=)[^&]*", "$1***").replaceAll("//[^/@]*@", "//***@")
                + user.map(name -> " as " + name).orElse("");
    }
}
