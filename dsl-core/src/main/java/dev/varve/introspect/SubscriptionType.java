package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.Subscription;
import dev.varve.operation.Operation;
import dev.varve.operation.RecreateObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Subscriptions, which only a superuser can read whole. */
final class SubscriptionType implements ObjectType<Subscription> {

    /** The columns that hold options, as far as the server has them, and how the options are called. */
    private static final Map<String, String> OPTIONS = Map.of(
            "subbinary", "binary",
            "subdisableonerr", "disable_on_error",
            "subpasswordrequired", "password_required",
            "subrunasowner", "run_as_owner",
            "subfailover", "failover",
            "subsynccommit", "synchronous_commit",
            "suborigin", "origin");

    @Override
    public Class<Subscription> type() {
        return Subscription.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_subscription");
    }

    /** Whether the other server keeps the slot for a standby is a matter of the slot, which PostgreSQL would ask the other server to change. */
    @Override
    public List<Operation> change(Subscription from, Subscription to) {
        return to.alteration(from, Database.empty()).isPresent()
                ? ObjectType.super.change(from, to)
                : List.of(new RecreateObject(to));
    }

    @Override
    public List<Subscription> introspect(Catalog catalog) {
        if (!canRead(catalog)) {
            names(catalog)
                    .forEach(name -> catalog.unreadable("subscription " + name + ", which only a superuser can read"));
            return List.of();
        }
        String sql = """
                select s.oid, '' as nspname, s.subname, s.subconninfo, s.subenabled, s.subslotname, s.subpublications,
                    array(select key || '=' || value from jsonb_each_text(to_jsonb(s) - 'subconninfo') where value is not null)
                        as options,
                    to_jsonb(s) ->> 'substream' as streaming, to_jsonb(s) ->> 'subtwophasestate' as two_phase
                from pg_subscription s where s.subdbid = (select oid from pg_database where datname = current_database())
                """;
        return catalog.own("pg_subscription", sql, row -> {
            Subscription subscription = subscription(row);
            catalog.identify("pg_subscription", row.number("oid"), subscription.id());
            return subscription;
        });
    }

    private static boolean canRead(Catalog catalog) {
        return catalog.query(
                        "select has_column_privilege('pg_subscription', 'subconninfo', 'select') as readable",
                        row -> row.is("readable"))
                .get(0);
    }

    private static List<String> names(Catalog catalog) {
        return catalog.query(
                "select subname from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())",
                row -> row.text("subname"));
    }

    private static Subscription subscription(Row row) {
        TreeMap<String, String> options = new TreeMap<>();
        for (String entry : row.texts("options")) {
            String column = entry.substring(0, entry.indexOf('='));
            Optional.ofNullable(OPTIONS.get(column))
                    .ifPresent(option -> options.put(option, entry.substring(entry.indexOf('=') + 1)));
        }
        options.put("streaming", streaming(row.text("streaming")));
        options.put("two_phase", String.valueOf(!row.text("two_phase").equals("d")));
        return new Subscription(
                row.text("subname"),
                row.text("subconninfo"),
                new LinkedHashSet<>(row.texts("subpublications")),
                row.is("subenabled"),
                row.find("subslotname"),
                options);
    }

    /** Before PostgreSQL 16 it was a truth value, since then it is a letter. */
    private static String streaming(String code) {
        return switch (code) {
            case "t", "true" -> "true";
            case "p" -> "parallel";
            default -> "false";
        };
    }
}
