package dev.varve.timescale.internal;

import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.timescale.model.PlainFunctions;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleVersion;
import java.util.Optional;

/** Finds out what a server can do of TimescaleDB. */
final class EditionReader {

    /** Whether the library is preloaded only some may ask; but its loader defines a setting that everybody sees. */
    private static final String SQL = """
            select e.extversion as installed, n.nspname as schema, a.default_version as available,
                current_setting('timescaledb.license', true) as license,
                current_setting('timescaledb.disable_load', true) is not null as preloaded,
                to_regnamespace('%s') is not null as plain,
                current_setting('is_superuser') = 'on' or exists (select from pg_available_extension_versions v
                    where v.name = one.name and v.version = a.default_version and (not v.superuser
                        or v.trusted and has_database_privilege(current_database(), 'create'))) as allowed
            from (select 'timescaledb'::name as name) one
            left join pg_extension e on e.extname = one.name
            left join pg_namespace n on n.oid = e.extnamespace
            left join pg_available_extensions a on a.name = one.name
            """.formatted(PlainFunctions.SCHEMA);

    private EditionReader() {}

    static TimescaleEdition read(Catalog catalog) {
        return catalog.query(SQL, EditionReader::edition).get(0);
    }

    private static TimescaleEdition edition(Row row) {
        Optional<String> version = row.find("installed").or(() -> row.find("available"));
        return new TimescaleEdition(
                license(row),
                version.map(TimescaleVersion::of).orElse(TimescaleVersion.NEWEST),
                row.find("schema").orElse("public"),
                readiness(row));
    }

    private static TimescaleEdition.License license(Row row) {
        boolean apache = row.find("license").filter("apache"::equals).isPresent();
        return apache ? TimescaleEdition.License.APACHE : TimescaleEdition.License.COMMUNITY;
    }

    private static TimescaleEdition.Readiness readiness(Row row) {
        if (row.is("plain")) {
            return TimescaleEdition.Readiness.REPLACED;
        }
        if (row.find("installed").isPresent()) {
            return TimescaleEdition.Readiness.INSTALLED;
        }
        if (row.find("available").isEmpty()) {
            return TimescaleEdition.Readiness.NOT_AVAILABLE;
        }
        if (!row.is("preloaded")) {
            return TimescaleEdition.Readiness.NOT_PRELOADED;
        }
        return row.is("allowed") ? TimescaleEdition.Readiness.READY : TimescaleEdition.Readiness.NOT_ALLOWED;
    }
}
