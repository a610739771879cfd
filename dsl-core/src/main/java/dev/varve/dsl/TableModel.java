package dev.varve.dsl;

import dev.varve.model.ObjectId;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Check;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;

/**
 * A table written as a class: its columns are typed constants, and it is a jOOQ table that queries use without generated code.
 *
 * <pre>{@code
 * @Model(database = "postgres")
 * public final class Orders extends PlainModel {
 *     public static final Orders ORDERS = new Orders();
 *
 *     public final TableField<Record, Long> id = column("id", bigint().identity().primaryKey());
 *     public final TableField<Record, BigDecimal> price = column("price", numeric(18, 8).notNull());
 *
 *     private Orders() {
 *         super("trading", "orders");
 *     }
 * }
 * }</pre>
 *
 * @param <S> the words for tables that {@link #define} has
 */
public abstract class TableModel<S extends TableSpec<S>> extends TableImpl<Record>
        implements TableReference, SchemaModel {

    private static final long serialVersionUID = 1L;

    private final transient S name;
    private final transient Map<String, ColumnSpec<?>> columns = new LinkedHashMap<>();
    private transient Optional<TableKeys> keys = Optional.empty();

    /** A table of that name in a schema, in the words of a module. */
    protected TableModel(String schema, S table) {
        this(schema, table, new ModelComment());
    }

    private TableModel(String schema, S table, ModelComment comment) {
        super(DSL.name(table.name().name()), DSL.schema(DSL.name(schema)), null, null, comment, TableOptions.table());
        this.name = table.inSchema(schema);
        comment.saidBy(() -> keys().comment());
    }

    /** Adds a column at the end. */
    protected final <T> TableField<Record, T> column(String column, ColumnSpec<T> spec) {
        columns.put(column, spec);
        return given(column, spec);
    }

    /** The field of a column that a word of {@link #define} adds, such as those of {@link TableSpec#timestamps}. */
    protected final <T> TableField<Record, T> given(String column, ColumnSpec<T> spec) {
        return createField(DSL.name(column), spec.dataType(), this, spec.comment());
    }

    /** The word {@link Postgres#from}, which a method of jOOQ's tables hides in their subclasses. */
    protected static Numbering from(long start) {
        return Postgres.from(start);
    }

    /** Says of the table what its columns do not say: keys over several of them, indexes, comments, facts. */
    protected TableSpec<?> define(S table) {
        return table;
    }

    private TableSpec<?> definition() {
        S table = name;
        for (Map.Entry<String, ColumnSpec<?>> column : columns.entrySet()) {
            table = table.column(column.getKey(), column.getValue());
        }
        return define(table);
    }

    /**
     * How the keys, references, indexes and checks are called that nobody gave a name, by which jOOQ knows them. It has to be the convention of
     * the migrator, which no constant can ask: an application that has one of its own overrides this, once in a class above all its models.
     */
    protected NamingConvention naming() {
        return NamingConvention.STANDARD;
    }

    /**
     * Says what the table is.
     *
     * @throws IllegalArgumentException if jOOQ would know something of it by another name than the database
     */
    @Override
    public final void declare(Changes schema) {
        TableSpec<?> definition = definition();
        if (naming() != schema.naming()) {
            refuseOtherNames(definition, schema.naming());
        }
        schema.create(definition);
    }

    private void refuseOtherNames(TableSpec<?> definition, NamingConvention chosen) {
        Set<String> own = TableKeys.names(definition.operations(naming()));
        Set<String> names = TableKeys.names(definition.operations(chosen));
        if (!own.equals(names)) {
            throw new IllegalArgumentException("It calls " + onlyIn(own, names) + " what the naming convention of the"
                    + " migrator calls " + onlyIn(names, own)
                    + ", so that jOOQ would know it by a name that the database"
                    + " does not have. Override naming() in the model, or in a class above all models, to return that"
                    + " convention.");
        }
    }

    private static String onlyIn(Set<String> names, Set<String> others) {
        return names.stream()
                .filter(name -> !others.contains(name))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
    }

    @Override
    public final ObjectId<dev.varve.model.Table> id() {
        return name.id();
    }

    /** What it and its columns were called, as {@code schema.table=schema.name} and {@code schema.table.column=name}. */
    public final List<String> renames() {
        List<String> renames = new ArrayList<>();
        String own = id().name().toString();
        Optional.ofNullable(getClass().getAnnotation(RenamedFrom.class))
                .ifPresent(said -> renames.add(id().name().named(said.value()) + "=" + own));
        for (Class<?> type = getClass(); type != TableModel.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Optional.ofNullable(field.getAnnotation(RenamedFrom.class))
                        .ifPresent(said -> renames.add(own + '.' + said.value() + '=' + columnOf(field)));
            }
        }
        return renames;
    }

    private String columnOf(Field field) {
        try {
            field.setAccessible(true);
            if (field.get(this) instanceof TableField<?, ?> column) {
                return column.getName();
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " cannot be read.", e);
        }
        throw new IllegalArgumentException("The field " + field.getName()
                + " is @RenamedFrom, but no column. Say it of a column, or of the class.");
    }

    private TableKeys keys() {
        if (keys.isEmpty()) {
            keys = Optional.of(TableKeys.of(this, definition(), columns));
        }
        return keys.get();
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return keys().primary().orElse(null);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return keys().unique();
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return keys().references();
    }

    @Override
    public List<org.jooq.Index> getIndexes() {
        return keys().indexes();
    }

    @Override
    public List<Check<Record>> getChecks() {
        return keys().checks();
    }
}
