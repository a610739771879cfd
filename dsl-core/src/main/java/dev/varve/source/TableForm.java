package dev.varve.source;

import dev.varve.dsl.NamingConvention.Kind;
import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.Enforcement;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Inheritance;
import dev.varve.model.KeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table as it is written. */
final class TableForm implements ObjectForm<Table> {

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public Code name(ObjectId<Table> id, Source source) {
        return Names.of("table", id.name());
    }

    @Override
    public Code definition(Table table, Source source) {
        return definition(table, Map.of(), source);
    }

    /** The table with comments on its columns. */
    static Chain definition(Table table, Map<String, String> comments, Source source) {
        Chain chain = Names.of("table", table.name());
        ConstraintForm form = new ConstraintForm(table.name(), source);
        List<Constraint> others = ownConstraints(table);
        for (Column column : ownColumns(table)) {
            chain = chain.then("column", column.name(), column(column, table, comments, others, source));
        }
        for (Constraint constraint : others) {
            chain = chain.then(form.inTable(constraint));
        }
        for (Facet facet : table.facets().values()) {
            chain = chain.then(source.words(facet, table));
        }
        return chain;
    }

    /** The columns that it does not have from its parents alone. */
    static List<Column> ownColumns(Table table) {
        Inheritance inheritance = Inheritance.of(table);
        return table.columns().stream()
                .filter(column -> !inheritance.givenColumns().contains(column.name()))
                .toList();
    }

    /** Whether the comment can be said with the table: on itself or a column that is written with it. */
    static boolean says(Comment comment, Table table) {
        return comment.on().equals(table.id())
                && (comment.column().isEmpty()
                        || ownColumns(table).stream().map(Column::name).anyMatch(comment.column()::equals));
    }

    /** The constraints that it does not have from its parents alone, in a list that can be shortened. */
    static List<Constraint> ownConstraints(Table table) {
        List<Constraint> own = new ArrayList<>(table.constraints().values());
        own.removeIf(constraint -> Inheritance.of(table).givenConstraints().contains(constraint.name()));
        return own;
    }

    /** A column with the constraints that can be written with it, which are no others then. */
    static Chain column(
            Column column, Table table, Map<String, String> comments, List<Constraint> others, Source source) {
        Chain chain = ColumnForm.of(said(column, table), source);
        for (Constraint constraint : List.copyOf(others)) {
            Optional<Call> word = inline(column, constraint, table, source);
            if (word.isPresent()) {
                chain = chain.then(word.get());
                others.remove(constraint);
            }
        }
        return chain.when(Optional.ofNullable(comments.get(column.name())), "comment");
    }

    /** What refuses null anyway is not said twice. */
    private static Column said(Column column, Table table) {
        boolean byConstraint = table.constraints().values().stream()
                .anyMatch(constraint -> constraint.notNull().contains(column.name()));
        boolean isNumbered =
                column.value().filter(ColumnValue.Numbered.class::isInstance).isPresent();
        return byConstraint && !isNumbered ? column.notNull(false) : column;
    }

    private static Optional<Call> inline(Column column, Constraint constraint, Table table, Source source) {
        if (constraint instanceof KeyConstraint key) {
            KeyForm form = KeyForm.of(key, table.name());
            return Optional.of(Call.of(form.word()))
                    .filter(word ->
                            key.key().columns().equals(List.of(column.name())) && form.isPlain(source.naming()));
        }
        if (constraint instanceof ForeignKeyConstraint key && key.from().equals(List.of(column.name()))) {
            return Optional.of(Call.of("references", new ConstraintForm(table.name(), source).reference(key)));
        }
        return constraint instanceof CheckConstraint check && isOf(column, check, table, source)
                ? Optional.of(Call.of("check", check.condition().text()))
                : Optional.empty();
    }

    private static boolean isOf(Column column, CheckConstraint check, Table table, Source source) {
        return check.inherited()
                && check.enforcement() == Enforcement.ENFORCED
                && source.naming()
                        .shortName(Kind.CHECK, table.name(), List.of(column.name()))
                        .equals(check.name());
    }
}
