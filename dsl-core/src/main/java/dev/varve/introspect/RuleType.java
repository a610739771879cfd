package dev.varve.introspect;

import dev.varve.model.ObjectId;
import dev.varve.model.Rule;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.RuleText;
import java.util.List;
import java.util.Optional;

/** Rules that users made; that of a view is its query. */
final class RuleType implements ObjectType<Rule> {

    @Override
    public Class<Rule> type() {
        return Rule.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_rewrite");
    }

    @Override
    public List<Rule> introspect(Catalog catalog) {
        String sql = """
                select w.oid, w.rulename, w.ev_class, w.ev_type::text, w.is_instead, w.ev_enabled::text,
                    pg_get_ruledef(w.oid) as definition
                from pg_rewrite w
                where w.rulename <> '_RETURN'
                order by w.ev_class, w.rulename
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_class", row.number("ev_class"))
                                .map(relation -> rule(row, relation, catalog)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Rule rule(Row row, ObjectId<?> relation, Catalog catalog) {
        RuleText text = RuleText.printed(row.text("definition"));
        Rule rule = new Rule(
                row.text("rulename"),
                relation,
                event(row.text("ev_type")),
                row.is("is_instead"),
                text.where(),
                text.commands(),
                firing(row.text("ev_enabled")));
        catalog.identify("pg_rewrite", row.number("oid"), rule.id());
        return rule;
    }

    private static Rule.Event event(String code) {
        return switch (code) {
            case "2" -> Rule.Event.UPDATE;
            case "3" -> Rule.Event.INSERT;
            default -> Rule.Event.DELETE;
        };
    }

    private static Rule.Firing firing(String code) {
        return switch (code) {
            case "D" -> Rule.Firing.DISABLED;
            case "R" -> Rule.Firing.REPLICA;
            case "A" -> Rule.Firing.ALWAYS;
            default -> Rule.Firing.ORIGIN;
        };
    }
}
