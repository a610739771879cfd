package dev.varve.testing;

import java.util.List;

/** Databases that are made to be copied. */
final class Templates {

    private Templates() {}

    /** A database in which statements have run and to which nobody connects any more, background workers included. */
    static TestDatabase make(TestServer server, List<String> preparation) {
        TestDatabase template = server.create();
        if (!preparation.isEmpty()) {
            template.execute(preparation.toArray(String[]::new));
        }
        server.administer("alter database " + template.name() + " allow_connections false");
        server.administer("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
                + template.name() + "' and pid <> pg_backend_pid()");
        return template;
    }
}
