package dev.varve.execute;

import java.util.UUID;

/**
 * What the databases of one run have in common.
 *
 * @param name how its sessions call themselves in {@code application_name}
 */
record Run(VersionStore store, LockSettings locks, MigrationListener listener, String name) {

    Run(VersionStore store, LockSettings locks, MigrationListener listener) {
        this(store, locks, listener, "varve " + UUID.randomUUID().toString().substring(0, 8));
    }
}
