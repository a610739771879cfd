package dev.varve.execute;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings under which a session migrates, whatever a role, a database or a pool sets. */
final class SessionSettings {

    private static final String CLIENT_CHECK = "client_connection_check_interval";

    private final Map<String, String> wanted = new LinkedHashMap<>();

    /** The settings of the sessions of a run; the limit on statements is lifted before, lest it end this. */
    SessionSettings(Run run) {
        wanted.put("lock_timeout", run.locks().alone().toMillis() + "ms");
        wanted.put("idle_in_transaction_session_timeout", "60s");
        wanted.put("idle_session_timeout", "0");
        wanted.put("transaction_timeout", "0");
        wanted.put(CLIENT_CHECK, "2s"); // or the statement of a killed client would run to its end
        wanted.put("default_transaction_isolation", "read committed");
        wanted.put("default_transaction_deferrable", "off");
        wanted.put("search_path", "");
        wanted.put("standard_conforming_strings", "on");
        wanted.put("check_function_bodies", "on");
        wanted.put("DateStyle", "ISO, MDY");
        wanted.put("IntervalStyle", "postgres");
        wanted.put("TimeZone", "UTC");
        wanted.put("application_name", run.name());
    }

    /**
     * Sets what the server knows of these, in one round trip.
     *
     * @return the statements that put everything back
     */
    List<Sql> applyTo(Connection connection) throws SQLException {
        try {
            return apply(connection, wanted);
        } catch (SQLException e) {
            if (!ServerError.of(e).is("22023")) {
                throw e;
            }
            Map<String, String> possible = new LinkedHashMap<>(wanted);
            possible.remove(CLIENT_CHECK); // a server on Windows knows it but cannot do it
            return apply(connection, possible);
        }
    }

    private static List<Sql> apply(Connection connection, Map<String, String> settings) throws SQLException {
        List<Sql> pairs = settings.entrySet().stream()
                .map(e -> Sql.of("({}, {})", Literal.text(e.getKey()), Literal.text(e.getValue())))
                .toList();
        Sql sql = Sql.of("""
                with wanted (name, value) as (values {}), known as materialized (
                    select w.name, w.value, s.setting, s.setting is not distinct from s.reset_val as initial
                    from wanted w join pg_settings s on s.name = w.name)
                select name, setting, initial, set_config(name, value, false) from known""", Sql.join(", ", pairs));
        List<Sql> restoration = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.text())) {
            while (row.next()) {
                restoration.add(
                        restoration(row.getString("name"), row.getString("setting"), row.getBoolean("initial")));
            }
        }
        return restoration;
    }

    /** What was never set in the session follows the configuration of the server again. */
    static Sql restoration(String name, String setting, boolean initial) {
        return initial
                ? Sql.of("reset {}", Identifier.of(name))
                : Sql.of("select pg_catalog.set_config({}, {}, false)", Literal.text(name), Literal.text(setting));
    }
}
