package dev.varve.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that is reached by TCP. */
final class JdbcServer implements TestServer {

    /** How the schema of a database becomes a text. */
    interface Dump {

        /** There is no {@code pg_dump} that suits the server. */
        Dump NONE = database -> Optional.empty();

        Optional<String> of(String database);
    }

    private final String origin;
    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String maintenance;
    private final Dump dump;

    /** Every law asks for it, and a connection takes longer than many a law. */
    private final Supplier<Integer> major;

    /**
     * A server.
     *
     * @param origin where it comes from, in words
     * @param maintenance a database that is always there
     */
    JdbcServer(String origin, String host, int port, String user, String password, String maintenance, Dump dump) {
        this.origin = origin;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.maintenance = maintenance;
        this.dump = dump;
        this.major =
                new Once<>(() -> Integer.parseInt(ask("select current_setting('server_version_num')::int / 10000")));
    }

    JdbcServer dumpedBy(Dump other) {
        return new JdbcServer(origin, host, port, user, password, maintenance, other);
    }

    @Override
    public String description() {
        String version = ask("select split_part(current_setting('server_version'), ' ', 1)");
        return "PostgreSQL " + version + (hasTimescale() ? " with TimescaleDB" : "") + ", " + origin;
    }

    @Override
    public int major() {
        return major.get();
    }

    @Override
    public Optional<String> extensionVersion(String name) {
        return Optional.of(ask("select coalesce(max(default_version), '') from pg_available_extensions where name = '"
                        + name + "'"))
                .filter(version -> !version.isEmpty());
    }

    @Override
    public List<String> extensionVersions(String name) {
        String all =
                ask("select coalesce(string_agg(version, ' '), '') from pg_available_extension_versions where name = '"
                        + name + "'");
        return all.isEmpty() ? List.of() : List.of(all.split(" "));
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://" + host + ':' + port + '/' + database + "?user=" + encoded(user)
                + (password.isEmpty() ? "" : "&password=" + encoded(password));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        return source;
    }

    /** The dump without the lines that differ from one run to the next. */
    @Override
    public Optional<String> dump(String database) {
        return dump.of(database)
                .map(text -> text.lines()
                        .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                        .map(line -> line.replaceAll(
                                "(_materialized_hypertable_|cagg_watermark\\(|invalidation_trigger\\(')\\d+", "$1N"))
                        .collect(Collectors.joining("\n")));
    }

    @Override
    public void administer(String sql) {
        try (Connection connection = dataSource(maintenance).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed: " + e.getMessage(), e);
        }
    }

    private String ask(String query) {
        try (Connection connection = dataSource(maintenance).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The server " + origin + " does not answer: " + e.getMessage(), e);
        }
    }
}
