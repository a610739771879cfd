package dev.varve.dsl;

import dev.varve.model.ClusterMark;
import dev.varve.model.ColumnNames;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.OwnIndex;
import dev.varve.model.PropertiesOfColumns;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateEmptyMaterializedView;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.operation.RenameViewColumn;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Select;

/** A materialized view as it is written; with its name alone it stands for one that is already there. */
public final class MaterializedViewSpec
        implements Named, Creation, Replacement, Alterable<MaterializedViewSpec.Alteration> {

    private static final Query NOTHING = new Query("select");

    private final MaterializedView view;
    private final List<IndexSpec> indexes;
    private final boolean filled;

    private MaterializedViewSpec(MaterializedView view, List<IndexSpec> indexes, boolean filled) {
        this.view = view;
        this.indexes = List.copyOf(indexes);
        this.filled = filled;
    }

    static MaterializedViewSpec of(String name) {
        return new MaterializedViewSpec(
                new MaterializedView(QualifiedName.of("public", name), NOTHING), List.of(), true);
    }

    private MaterializedViewSpec with(MaterializedView other) {
        return new MaterializedViewSpec(other, indexes, filled);
    }

    /** Puts the view into a schema. */
    public MaterializedViewSpec inSchema(String schema) {
        return with(view.named(view.name().inSchema(schema)));
    }

    /** Stores what the select selects. */
    public MaterializedViewSpec as(Select<?> select) {
        return with(view.querying(JooqText.of(select)));
    }

    /** Stores what the text selects; it names every table with its schema. */
    public MaterializedViewSpec as(String select) {
        return with(view.querying(new Query(select)));
    }

    /** Calls the columns so, in the order in which the query gives them. */
    public MaterializedViewSpec columns(String... names) {
        return with(view.calling(ColumnNames.of(Arrays.asList(names))));
    }

    /** Calls a column otherwise than the query does. */
    public MaterializedViewSpec renamed(String from, String to) {
        return with(view.calling(view.columns().renaming(from, to)));
    }

    /** Keeps the rows by that access method. */
    public MaterializedViewSpec using(String method) {
        return with(view.by(method));
    }

    /** Keeps the rows with these storage parameters. */
    public MaterializedViewSpec storage(Map<String, String> parameters) {
        return storage(Options.of(parameters));
    }

    /** Keeps the rows with these storage parameters, in that order. */
    public MaterializedViewSpec storage(Options parameters) {
        return with(view.stored(view.storage().with(parameters)));
    }

    /** Keeps the rows in a tablespace. */
    public MaterializedViewSpec tablespace(String tablespace) {
        return with(view.stored(view.storage().in(tablespace)));
    }

    /** Says how the values of a column are stored and planned with, such as {@code column("note", statistics(500))}. */
    public MaterializedViewSpec column(String column, ColumnChange.Property... properties) {
        PropertiesOfColumns said = view.properties();
        for (ColumnChange.Property property : properties) {
            said = said.with(column, property.property(), property.value());
        }
        return with(view.with(said));
    }

    /** Leaves it without rows, so that it cannot be read before it is refreshed. */
    public MaterializedViewSpec withNoData() {
        return new MaterializedViewSpec(view, indexes, false);
    }

    /** Indexes these columns. */
    public MaterializedViewSpec index(String... columns) {
        return index(IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
    }

    /** Adds an index. */
    public MaterializedViewSpec index(IndexSpec index) {
        return new MaterializedViewSpec(
                view, Stream.concat(indexes.stream(), Stream.of(index)).toList(), filled);
    }

    @Override
    public ObjectId<MaterializedView> id() {
        return view.id();
    }

    private MaterializedView view() {
        if (view.query().equals(NOTHING)) {
            throw new IllegalArgumentException(
                    "Materialized view " + view.name() + " has no query; say what it stores with as(...).");
        }
        return view;
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        List<Operation> operations = new ArrayList<>();
        operations.add(filled ? new CreateObject(view()) : new CreateEmptyMaterializedView(view()));
        indexes.forEach(index -> operations.add(index.operation(id(), naming)));
        return operations;
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(view());
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Parameters(Options parameters) implements ObjectChange<MaterializedView> {

        @Override
        public MaterializedView of(MaterializedView before) {
            return before.stored(before.storage().with(parameters));
        }
    }

    private record Place(String tablespace) implements ObjectChange<MaterializedView> {

        @Override
        public MaterializedView of(MaterializedView before) {
            return before.stored(before.storage().in(tablespace));
        }
    }

    private record Method(String method) implements ObjectChange<MaterializedView> {

        @Override
        public MaterializedView of(MaterializedView before) {
            return before.by(method);
        }
    }

    private record Property(String column, ColumnProperty property, Optional<String> value)
            implements ObjectChange<MaterializedView> {

        @Override
        public MaterializedView of(MaterializedView before) {
            return before.with(before.properties().with(column, property, value));
        }
    }

    /** The words for changing a materialized view. */
    public static final class Alteration {

        private final ObjectId<MaterializedView> view;
        private final Changes changes;

        private Alteration(ObjectId<MaterializedView> view, Changes changes) {
            this.view = view;
            this.changes = changes;
        }

        private Alteration record(Operation operation) {
            changes.add(operation);
            return this;
        }

        private Alteration record(ObjectChange<MaterializedView> change) {
            return record(new AlterObject<>(view, change));
        }

        private ObjectId<Index> indexId(String index) {
            return Index.id(view.name().named(index));
        }

        /** Keeps the rows with these storage parameters and no others. */
        public Alteration storage(Map<String, String> parameters) {
            return storage(Options.of(parameters));
        }

        /** Keeps the rows with these storage parameters and no others, in that order. */
        public Alteration storage(Options parameters) {
            return record(new Parameters(parameters));
        }

        /** Keeps the rows as the server would. */
        public Alteration dropStorage() {
            return storage(Map.of());
        }

        /** Moves the rows to a tablespace; {@code pg_default} is the one of the database. */
        public Alteration tablespace(String tablespace) {
            return record(new Place(tablespace));
        }

        /** Keeps the rows by another access method. */
        public Alteration using(String method) {
            return record(new Method(method));
        }

        /** Stores the values of a column in another way, or plans with them otherwise. */
        public Alteration alterColumn(String column, ColumnChange.Property... changesOfColumn) {
            for (ColumnChange.Property change : changesOfColumn) {
                record(new Property(column, change.property(), change.value()));
            }
            return this;
        }

        /** Lets {@code cluster} order the rows by an index. */
        public Alteration clusterOn(String index) {
            return record(new PutObject(new ClusterMark(new OwnIndex(view, index))));
        }

        /** Lets {@code cluster} order the rows by no index that it is not told. */
        public Alteration withoutCluster() {
            return record(new DropObject(ClusterMark.id(view)));
        }

        /** Gives a column another name. */
        public Alteration renameColumn(String from, String to) {
            return record(new RenameViewColumn(view, from, to));
        }

        /** Indexes these columns. */
        public Alteration addIndex(String... columns) {
            return addIndex(
                    IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
        }

        /** Adds an index. */
        public Alteration addIndex(IndexSpec index) {
            return record(index.operation(view, changes.naming()));
        }
    }
}
