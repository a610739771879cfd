package dev.varve.introspect;

import dev.varve.model.ForeignServer;
import dev.varve.model.UserMapping;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** User mappings of foreign servers, but for those with secrets, and those whose options the role may not see. */
final class UserMappingType implements ObjectType<UserMapping> {

    /** The view shows no options to whoever may not see them, as if there were none; when it does is what its definition says. */
    private static final String SQL = """
            select u.srvid, u.srvname, u.usename, coalesce(u.umoptions, '{}') as options,
                r.rolsuper or pg_has_role(s.srvowner, 'USAGE') and (u.umuser = 0 or u.usename = current_user)
                    or u.usename = current_user and has_server_privilege(s.oid, 'USAGE') as shown
            from pg_user_mappings u join pg_foreign_server s on s.oid = u.srvid join pg_roles r on r.rolname = current_user
            order by u.srvname, u.usename
            """;

    private record Found(UserMapping mapping, boolean shown) {}

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
        return catalog
                .query(
                        SQL,
                        row -> catalog.identified("pg_foreign_server", row.number("srvid"))
                                .map(server -> new Found(mapping(row), row.is("shown"))))
                .stream()
                .flatMap(Optional::stream)
                .filter(found -> isPublic(found, catalog))
                .map(Found::mapping)
                .toList();
    }

    private static UserMapping mapping(Row row) {
        return new UserMapping(
                ForeignServer.id(row.text("srvname")), row.text("usename"), ForeignServerType.options(row));
    }

    private static boolean isPublic(Found found, Catalog catalog) {
        boolean secret = found.mapping().options().values().keySet().stream().anyMatch(UserMapping::isSecret);
        if (!found.shown()) {
            catalog.unreadable(
                    found.mapping().id() + ", whose options only the user and the owner of the server can read");
        } else if (secret) {
            catalog.unreadable(found.mapping().id() + ", which holds a password");
        }
        return found.shown() && !secret;
    }
}
