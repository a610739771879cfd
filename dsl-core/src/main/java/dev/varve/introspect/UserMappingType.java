package dev.varve.introspect;

import dev.varve.model.ForeignServer;
import dev.varve.model.UserMapping;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;
import java.util.Optional;

/** User mappings of foreign servers, but for those with secrets. */
final class UserMappingType implements ObjectType<UserMapping> {

    @Override
    public Class<UserMapping> type() {
        return UserMapping.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_foreign_server");
    }

    @Override
    public List<UserMapping> introspect(Catalog catalog) {
        String sql = """
                select u.srvid, u.srvname, u.usename, coalesce(u.umoptions, '{}') as options from pg_user_mappings u
                order by u.srvname, u.usename
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_foreign_server", row.number("srvid"))
                                .map(server -> new UserMapping(
                                        ForeignServer.id(row.text("srvname")),
                                        row.text("usename"),
                                        ForeignServerType.options(row))))
                .stream()
                .flatMap(Optional::stream)
                .filter(mapping -> isPublic(mapping, catalog))
                .toList();
    }

    private static boolean isPublic(UserMapping mapping, Catalog catalog) {
        boolean secret = mapping.options().values().keySet().stream().anyMatch(UserMapping::isSecret);
        if (secret) {
            catalog.unreadable(mapping.id() + ", which holds a password");
        }
        return !secret;
    }
}
