package dev.varve.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The server that an environment variable names. */
final class ConfiguredServer {

    private static final int DEFAULT_PORT = 5432;

    private ConfiguredServer() {}

    /** The server whose URL the variable holds, if it is set. */
    static Optional<TestServer> of(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(url -> !url.isBlank())
                .map(url -> at(url, "from " + variable));
    }

    /** The server at a URL with the user and password before the host or among the parameters. */
    static TestServer at(String url, String origin) {
        URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
        Map<String, String> parameters = parameters(uri);
        String[] userInfo = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        String user = parameters.getOrDefault("user", userInfo[0].isEmpty() ? "postgres" : userInfo[0]);
        String password = parameters.getOrDefault("password", userInfo.length == 2 ? userInfo[1] : "");
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String database = uri.getPath().length() > 1 ? uri.getPath().substring(1) : "postgres";
        return new JdbcServer(origin, uri.getHost(), port, user, password, database, JdbcServer.Dump.NONE);
    }

    private static Map<String, String> parameters(URI uri) {
        return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .map(parameter -> parameter.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
