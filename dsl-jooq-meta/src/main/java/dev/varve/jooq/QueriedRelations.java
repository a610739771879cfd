package dev.varve.jooq;

import dev.varve.model.Column;
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
import org.jooq.TableOptions.TableType;
import org.jooq.impl.ParserException;

/** Relations that are queries, with what can be told of their columns without a server. */
final class QueriedRelations {

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
            Relation relation = relation(query, used);
            all.add(relation);
            byName.put(query.id().name(), relation);
        } catch (ParserException e) {
            unknown.add("The " + query.id() + " is left out, because its query cannot be read without a server: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private Relation relation(Queried query, Set<ObjectId<?>> used) {
        List<Relation> known = used.stream()
                .flatMap(id -> Optional.ofNullable(byName.get(id.name())).stream())
                .toList();
        List<ResultColumn> results =
                QueryColumns.of(query.query(), QueryReader.of(known), types()).columns();
        List<Column> columns = results.stream()
                .flatMap(column -> column.called(query.columns()).stream())
                .toList();
        tellTypes(query, columns);
        tellNames(query, results);
        boolean stored = query instanceof MaterializedView;
        return new Relation(
                query.id(),
                stored ? TableType.MATERIALIZED_VIEW : TableType.VIEW,
                columns,
                (stored ? "create materialized view \"" : "create view \"")
                        + query.id().name().name() + "\" as " + query.query().text());
    }

    private ResultTypes types() {
        Map<QualifiedName, List<Column>> columns = new HashMap<>();
        byName.forEach((name, relation) -> columns.put(name, relation.columns()));
        return new ResultTypes(new Domains(state), functions, Scope.of(columns));
    }

    private void tellTypes(Queried query, List<Column> columns) {
        String dark = columns.stream()
                .filter(column -> column.type().equals(ResultTypes.UNKNOWN))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!dark.isEmpty()) {
            unknown.add("The types of columns of " + query.id() + " cannot be told without a server: " + dark
                    + ". Cast them in the query, or give them a forcedType.");
        }
    }

    private void tellNames(Queried query, List<ResultColumn> results) {
        String nameless = results.stream()
                .filter(column -> column.called(query.columns()).isEmpty())
                .map(column -> String.valueOf(column.place() + 1))
                .collect(Collectors.joining(", "));
        if (!nameless.isEmpty()) {
            unknown.add(
                    "Columns of " + query.id() + " are left out, because their names cannot be told without a server: "
                            + nameless + ". Name them in the query by \"as\".");
        }
    }
}
