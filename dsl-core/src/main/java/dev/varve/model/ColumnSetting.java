package dev.varve.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement that gives a column of a relation of any kind a property, or leaves that to PostgreSQL.
 *
 * @param alter how the statement begins, up to the relation, such as {@code alter table only}
 * @param type the type of the column, where the state knows it
 */
public record ColumnSetting(
        String alter, QualifiedName relation, String column, Optional<TypeName> type, ColumnProperty property) {

    /** The setting of a column of a table. */
    public static ColumnSetting of(String alter, QualifiedName relation, Column column, ColumnProperty property) {
        return new ColumnSetting(alter, relation, column.name(), Optional.of(column.type()), property);
    }

    /** The statement that makes the property that, or what PostgreSQL chooses if empty. */
    public Statement statement(Optional<String> value, Environment environment) {
        Optional<Sql> clause = value.map(property::setting).or(() -> property.unsetting(type, environment));
        return Statement.of(
                clause.map(change -> start().then(Sql.of(" {}", change))).orElseGet(this::storageOfType),
                property.lock());
    }

    private Sql start() {
        return Sql.of(alter + " {} alter column {}", relation, Identifier.of(column));
    }

    /** Before PostgreSQL 16 there is no word for the storage of the type, which only the server knows of types that it does not bring. */
    private Sql storageOfType() {
        String words = Arrays.stream(ColumnStorage.values())
                .map(storage -> "when '" + storage.code() + "' then '" + storage.word() + "'")
                .collect(Collectors.joining(" "));
        return Sql.of("do {}", new DollarQuoted("""

                begin
                    execute (select %s || case t.typstorage %s end
                        from pg_attribute a join pg_type t on t.oid = a.atttypid
                        where a.attrelid = %s::regclass and a.attname = %s);
                end
                """.formatted(
                        text(start().text() + " set storage "), words, text(relation.sql()), text(column))));
    }

    private static String text(String value) {
        return Literal.text(value).sql();
    }
}
