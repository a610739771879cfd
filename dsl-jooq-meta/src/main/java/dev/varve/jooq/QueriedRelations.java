package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.ColumnNames;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.Queried;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.MetaProvider;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.TableOptions.TableType;
import org.jooq.conf.ParseNameCase;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.ParseWithMetaLookups;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;

/** Relations that are queries, with what can be told of their columns without a server. */
final class QueriedRelations {

    private static final Settings READING = new Settings()
            .withParseDialect(SQLDialect.POSTGRES)
            .withParseNameCase(ParseNameCase.LOWER_IF_UNQUOTED)
            .withParseUnknownFunctions(ParseUnknownFunctions.IGNORE)
            .withParseWithMetaLookups(ParseWithMetaLookups.IGNORE_ON_FAILURE);

    private final Database state;
    private final List<Relation> all;
    private final Map<QualifiedName, Relation> byName = new HashMap<>();
    private final List<Function> functions;
    private final Set<ObjectId<?>> seen = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();

    QueriedRelations(Database state, List<Relation> tables) {
        this.state = state;
        this.all = new ArrayList<>(tables);
        this.functions = state.objects(Function.class).toList();
        tables.forEach(table -> byName.put(table.id().name(), table));
    }

    List<Relation> all() {
        return all;
    }

    List<String> unknown() {
        return unknown;
    }

    /** Adds a query after those that it uses; one that cannot be read at all is left out, and said to be. */
    void add(Queried query) {
        if (!seen.add(query.id())) {
            return;
        }
        Set<ObjectId<?>> used = query.requires(state);
        used.stream()
                .sorted()
                .map(state::find)
                .flatMap(Optional::stream)
                .filter(Queried.class::isInstance)
                .forEach(other -> add((Queried) other));
        try {
            Relation relation = relation(
                    query, parser(used).parser().parseSelect(query.query().text()));
            all.add(relation);
            byName.put(query.id().name(), relation);
        } catch (ParserException e) {
            unknown.add("The " + query.id() + " is left out, because its query cannot be read without a server: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private DSLContext parser(Set<ObjectId<?>> used) {
        DSLContext plain = DSL.using(SQLDialect.POSTGRES);
        org.jooq.Table<?>[] known = used.stream()
                .flatMap(id -> Optional.ofNullable(byName.get(id.name())).stream())
                .map(KnownTable::new)
                .toArray(org.jooq.Table<?>[]::new);
        return DSL.using(plain.configuration().derive(READING).derive((MetaProvider) () -> plain.meta(known)));
    }

    private Relation relation(Queried query, Select<?> select) {
        ResultTypes types = new ResultTypes(new Domains(state), functions, byName);
        boolean combined = Combined.isCombined(query.query());
        List<Column> columns = new ArrayList<>();
        for (Field<?> field : select.getSelect()) {
            columns.add(new ResultColumn(field, types).column(combined, columns.size() + 1));
        }
        List<Column> called = called(query.columns(), columns);
        tell(query, called);
        boolean stored = query instanceof MaterializedView;
        return new Relation(
                query.id(),
                stored ? TableType.MATERIALIZED_VIEW : TableType.VIEW,
                called,
                (stored ? "create materialized view \"" : "create view \"")
                        + query.id().name().name() + "\" as " + query.query().text());
    }

    private static List<Column> called(ColumnNames names, List<Column> columns) {
        List<Column> called = new ArrayList<>();
        for (Column column : columns) {
            int place = called.size();
            String name = place < names.listed().size()
                    ? names.listed().get(place)
                    : names.renamed().getOrDefault(column.name(), column.name());
            called.add(column.named(name));
        }
        return called;
    }

    private void tell(Queried query, List<Column> columns) {
        String dark = columns.stream()
                .filter(column -> column.type().equals(ResultTypes.UNKNOWN))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!dark.isEmpty()) {
            unknown.add("The types of columns of " + query.id() + " cannot be told without a server: " + dark
                    + ". Cast them in the query, or give them a forcedType.");
        }
    }
}
