package dev.varve.source;

import dev.varve.dsl.Model;
import dev.varve.dsl.TableSpec;
import dev.varve.model.Column;
import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table as a model.
 *
 * @param database the name of the database
 * @param earlier the tables whose models can be named, because they do not need this one
 */
record TableModelForm(
        String database, Table table, Set<ObjectId<?>> earlier, Database state, ModelNames names, Source source) {

    ModelText text() {
        Map<String, String> fields = ModelNames.fields(table);
        List<Constraint> others = TableForm.ownConstraints(table);
        Set<String> imports = new TreeSet<>();
        StringBuilder columns = new StringBuilder();
        for (Column column : TableForm.ownColumns(table)) {
            columns.append(field(column, fields.get(column.name()), others, imports));
        }
        Chain rest = rest(others);
        boolean isPlain = rest.flat().equals("table");
        Class<?> base = base(rest);
        imports.addAll(rest.imports());
        imports.addAll(source.words());
        imports.addAll(List.of(Model.class.getName(), base.getName(), "org.jooq.Record", "org.jooq.TableField"));
        String define = isPlain ? "" : define(rest, base, imports);
        return new ModelText(names.className(table.id()), imports, declaration(columns.toString(), base, define));
    }

    /** The words of a module need its kind of table. */
    private Class<?> base(Chain rest) {
        source.name((ObjectId<?>) table.id());
        rest.flat();
        return source.tableModel();
    }

    private String field(Column column, String field, List<Constraint> others, Set<String> imports) {
        Chain spec = typedReference(
                column, TableForm.column(column, table, comments(), withoutReference(column, others), source));
        others.removeIf(constraint -> isSaid(constraint, column));
        Code type = TypeWords.javaType(column.type());
        imports.addAll(spec.imports());
        imports.addAll(type.imports());
        String start = "    public final transient TableField<Record, " + type.flat() + "> " + field + " =";
        Call call = Call.of("column", column.name(), spec);
        boolean fits = start.length() + call.flat().length() + 2 <= Call.WIDTH
                && !call.flat().contains("\n");
        return start + (fits ? ' ' + call.flat() : "\n            " + call.text(12, 12)) + ";\n";
    }

    /** A reference to a model that can be named is typed; the others are said with the table. */
    private List<Constraint> withoutReference(Column column, List<Constraint> others) {
        List<Constraint> rest = new ArrayList<>(others);
        rest.removeIf(constraint -> typed(column, constraint).isPresent());
        return rest;
    }

    private boolean isSaid(Constraint constraint, Column column) {
        List<Constraint> one = new ArrayList<>(List.of(constraint));
        TableForm.column(column, table, comments(), one, source);
        return one.isEmpty() || typed(column, constraint).isPresent();
    }

    private Chain typedReference(Column column, Chain spec) {
        Chain whole = spec;
        for (Constraint constraint : TableForm.ownConstraints(table)) {
            whole = typed(column, constraint).map(whole::then).orElse(whole);
        }
        return whole;
    }

    private Optional<Call> typed(Column column, Constraint constraint) {
        if (constraint instanceof ForeignKeyConstraint key
                && key.from().equals(List.of(column.name()))
                && earlier.contains(key.target())
                && target(key).column(key.targetColumns().get(0)).type().equals(column.type())) {
            return Optional.of(reference(key));
        }
        return Optional.empty();
    }

    private Table target(ForeignKeyConstraint key) {
        return (Table) state.get(key.target());
    }

    private Call reference(ForeignKeyConstraint key) {
        String target = names.className(target(key).id());
        String field = ModelNames.fields(target(key)).get(key.targetColumns().get(0));
        Code column = Code.raw(target + '.' + names.constant(target(key).id()) + '.' + field);
        String plain = "reference(" + source.name(key.target()).flat() + ", "
                + Code.string(key.targetColumns().get(0)).flat() + ')';
        String whole = new ConstraintForm(table.name(), source).reference(key).flat();
        String words = whole.substring(plain.length());
        return words.isEmpty()
                ? Call.of("references", column)
                : Call.of("references", column, Code.raw("reference -> reference" + words));
    }

    private Map<String, String> comments() {
        Map<String, String> comments = new LinkedHashMap<>();
        owned(Comment.class).forEach(comment -> comments.put(comment.column(), comment.text()));
        return comments;
    }

    private <T extends SchemaObject> List<T> owned(Class<T> type) {
        return state.owned(table.id()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What the columns do not say. */
    private Chain rest(List<Constraint> others) {
        Chain chain = Chain.on(Code.raw("table"));
        ConstraintForm form = new ConstraintForm(table.name(), source);
        for (Constraint constraint : others) {
            chain = chain.then(form.inTable(constraint));
        }
        for (Facet facet : table.facets().values()) {
            chain = chain.then(source.words(facet, table));
        }
        for (Index index : owned(Index.class)) {
            chain = chain.then(RelationForms.indexed("index", index, source.naming()));
        }
        for (ReplicaIdentity identity : owned(ReplicaIdentity.class)) {
            chain = chain.then(ObjectOperations.identity(identity));
        }
        return chain.when(Optional.ofNullable(comments().get("")), "comment");
    }

    private static String define(Chain rest, Class<?> base, Set<String> imports) {
        Class<?> words = words(base);
        imports.add(words.getName());
        imports.add(TableSpec.class.getName());
        return "\n    @Override\n    protected TableSpec<?> define(" + words.getSimpleName() + " table) {\n"
                + rest.statements(8, "return ", ";\n") + "    }\n";
    }

    /** What the method that subclasses override takes. */
    private static Class<?> words(Class<?> base) {
        return (Class<?>) ((ParameterizedType) base.getGenericSuperclass()).getActualTypeArguments()[0];
    }

    private String declaration(String columns, Class<?> base, String define) {
        String className = names.className(table.id());
        boolean isPublic = table.name().schema().equals("public");
        String arguments = (isPublic ? "" : Code.string(table.name().schema()).flat() + ", ")
                + Code.string(table.name().name()).flat();
        return """
                /** The table {@code %s}. */
                @Model(database = %s)
                public final class %s extends %s {

                    private static final long serialVersionUID = 1L;

                    public static final %s %s = new %s();

                %s
                    private %s() {
                        super(%s);
                    }
                %s}
                """.formatted(
                        new JavaComment(table.name().toString()).line(),
                        Code.string(database).flat(),
                        className,
                        base.getSimpleName(),
                        className,
                        names.constant(table.id()),
                        className,
                        columns,
                        className,
                        arguments,
                        define);
    }
}
