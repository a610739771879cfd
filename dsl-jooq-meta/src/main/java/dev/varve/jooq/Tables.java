package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.CompositeType;
import dev.varve.model.Function;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Result;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;

/** The definitions of everything that can be selected from. */
record Tables(
        Relations relations,
        DataTypes types,
        Comments comments,
        java.util.function.Function<ObjectId<?>, SchemaDefinition> schemas) {

    List<TableDefinition> definitions(Predicate<ObjectId<?>> wanted) {
        Map<QualifiedName, RelationDefinition> byName = new HashMap<>();
        List<TableDefinition> all = new ArrayList<>();
        for (Relation relation : relations.all()) {
            if (wanted.test(relation.id())) {
                RelationDefinition definition =
                        new RelationDefinition(schemas.apply(relation.id()), relation, types, comments);
                byName.put(relation.id().name(), definition);
                all.add(definition);
            }
        }
        relations.tables().forEach(table -> adopt(table, byName));
        functions(wanted).forEach(all::add);
        return all;
    }

    private void adopt(Table table, Map<QualifiedName, RelationDefinition> byName) {
        Optional<RelationDefinition> child = Optional.ofNullable(byName.get(table.name()));
        Optional<RelationDefinition> parent = parent(table).map(byName::get);
        if (child.isPresent() && parent.isPresent()) {
            child.get().setParentTable(parent.get());
            parent.get().getChildTables().add(child.get());
        }
    }

    /** JOOQ knows one parent at most. */
    private Optional<QualifiedName> parent(Table table) {
        List<ObjectId<Table>> parents = Inheritance.of(table).parents();
        return relations
                .state()
                .find(Partition.id(table.name()))
                .map(partition -> partition.parent().name())
                .or(() -> parents.size() == 1 ? Optional.of(parents.get(0).name()) : Optional.<QualifiedName>empty());
    }

    private List<FunctionRelation> functions(Predicate<ObjectId<?>> wanted) {
        return relations
                .state()
                .objects(Function.class)
                .filter(function -> function.result().isRows() && wanted.test(function.id()))
                .map(function -> new FunctionRelation(
                        schemas.apply(function.id()), function, columns(function), types, comments.on(function.id())))
                .toList();
    }

    private List<Column> columns(Function function) {
        Result result = function.result();
        if (result.isTable()) {
            return result.columns().stream()
                    .map(column -> Column.of(column.name(), column.type()))
                    .toList();
        }
        TypeName type = result.types().get(0);
        return given(function)
                .or(() -> rows(type))
                .orElseGet(() -> List.of(Column.of(function.name().name(), type)));
    }

    private static Optional<List<Column>> given(Function function) {
        List<Column> given = function.arguments().stream()
                .filter(argument -> argument.mode().isOutput())
                .map(argument -> Column.of(argument.name(), argument.type()))
                .toList();
        return Optional.of(given).filter(columns -> !columns.isEmpty());
    }

    private Optional<List<Column>> rows(TypeName type) {
        Optional<List<Column>> attributes = relations
                .state()
                .find(CompositeType.id(type.name()))
                .map(composite -> composite.attributes().stream()
                        .map(attribute -> Column.of(attribute.name(), attribute.type()))
                        .toList());
        return attributes.or(() -> relations.all().stream()
                .filter(relation -> relation.id().name().equals(type.name()))
                .map(Relation::columns)
                .findFirst());
    }
}
