package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.model.Queried;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.SchemaObject;
import dev.varve.model.Suggestion;
import dev.varve.model.View;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A continuous aggregate: a query over one hypertable, or over another continuous aggregate, whose result is stored and kept up to date
 * (<a href="https://docs.timescale.com/api/latest/continuous-aggregates/create_materialized_view/">documentation</a>).
 *
 * <p>It is created without data, which a transaction can hold, and refreshed after that in a statement of its own.
 *
 * @param materializedOnly whether only what is stored is shown, and not also what has come since
 * @param chunkInterval the length of its chunks; ten times that of its hypertable, or that of its continuous aggregate, if empty
 * @param refreshes how it is kept up to date, the newest rows first; by hand if empty
 * @param groupIndexes whether TimescaleDB makes an index of each column by which it groups beside the time, if there is any
 * @param facts how its chunks are compressed and when they are dropped, in the order in which that is made
 */
public record ContinuousAggregate(
        QualifiedName name,
        Query query,
        boolean materializedOnly,
        Optional<Span> chunkInterval,
        List<RefreshPolicy> refreshes,
        boolean groupIndexes,
        List<ChunkFact> facts)
        implements Queried, Chunked {

    /** The functions of TimescaleDB that a query may call. */
    private static final Set<String> FUNCTIONS = Set.of("time_bucket", "first", "last", "histogram");

    /** The first 2.minor that sets the length of the chunks of an aggregate by its name. */
    private static final int OWN_INTERVALS = 12;

    /** Compression comes before its policy. */
    private static final Comparator<ChunkFact> FACT_ORDER =
            Comparator.comparing(fact -> fact.getClass().getSimpleName());

    public ContinuousAggregate {
        chunkInterval = chunkInterval.map(span -> span instanceof Interval interval ? interval.fixed() : span);
        refreshes = refreshes.stream().sorted(RefreshPolicy.NEWEST_FIRST).toList();
        groupIndexes = groupIndexes && AggregateShape.of(query).groupsByMore();
        facts = facts.stream().sorted(FACT_ORDER).toList();
    }

    /** A continuous aggregate of whose chunks nothing is said. */
    public ContinuousAggregate(
            QualifiedName name,
            Query query,
            boolean materializedOnly,
            Optional<Span> chunkInterval,
            List<RefreshPolicy> refreshes) {
        this(name, query, materializedOnly, chunkInterval, refreshes, true, List.of());
    }

    /** A continuous aggregate that one policy keeps up to date, or none. */
    public ContinuousAggregate(
            QualifiedName name,
            Query query,
            boolean materializedOnly,
            Optional<Span> chunkInterval,
            Optional<RefreshPolicy> refresh) {
        this(name, query, materializedOnly, chunkInterval, refresh.stream().toList());
    }

    /** The id of the continuous aggregate of that name. */
    public static ObjectId<ContinuousAggregate> id(QualifiedName name) {
        return ObjectId.of(ContinuousAggregate.class, name);
    }

    @Override
    public ObjectId<ContinuousAggregate> id() {
        return id(name);
    }

    /** The same with what TimescaleDB would choose now, so that it is known. */
    public ContinuousAggregate settled(Database database) {
        ContinuousAggregate cut =
                chunkInterval.isPresent() ? this : every(new AggregateSource(this).chunkInterval(database));
        return cut.holding(facts.stream().map(fact -> fact.settled(cut.axis())).toList());
    }

    /** What its query looks like. */
    AggregateShape shape() {
        return AggregateShape.of(query);
    }

    /** By how many columns it groups beside the time. */
    public int groupedColumns() {
        return shape().groupedColumns();
    }

    /** The call by which it groups its rows, if that can be told from its query. */
    Optional<BucketCall> bucket() {
        return shape().bucket();
    }

    /** What TimescaleDB calls a column of buckets that are not selected. */
    private static final String HIDDEN_BUCKETS = "time_partition_col";

    @Override
    public RangeDimension axis() {
        return new RangeDimension(shape().bucketColumn().orElse(HIDDEN_BUCKETS), chunkInterval.orElseThrow());
    }

    @Override
    public ContinuousAggregate every(Span interval) {
        return new ContinuousAggregate(
                name, query, materializedOnly, Optional.of(interval), refreshes, groupIndexes, facts);
    }

    /** The same, showing what is stored alone, or also what has come since. */
    public ContinuousAggregate materializedOnly(boolean other) {
        return new ContinuousAggregate(name, query, other, chunkInterval, refreshes, groupIndexes, facts);
    }

    /** The same, kept up to date in another way. */
    public ContinuousAggregate refreshed(List<RefreshPolicy> others) {
        return new ContinuousAggregate(name, query, materializedOnly, chunkInterval, others, groupIndexes, facts);
    }

    /** The same, with indexes of the columns by which it groups, or without. */
    public ContinuousAggregate indexed(boolean other) {
        return new ContinuousAggregate(name, query, materializedOnly, chunkInterval, refreshes, other, facts);
    }

    /** The same with other facts about its chunks. */
    public ContinuousAggregate holding(List<? extends ChunkFact> others) {
        return new ContinuousAggregate(
                name, query, materializedOnly, chunkInterval, refreshes, groupIndexes, List.copyOf(others));
    }

    @Override
    public ContinuousAggregate named(QualifiedName other) {
        return new ContinuousAggregate(other, query, materializedOnly, chunkInterval, refreshes, groupIndexes, facts);
    }

    @Override
    public ContinuousAggregate querying(Query other) {
        return new ContinuousAggregate(name, other, materializedOnly, chunkInterval, refreshes, groupIndexes, facts);
    }

    @Override
    public <F extends ChunkFact> Optional<F> fact(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public ContinuousAggregate with(ChunkFact fact) {
        ContinuousAggregate others = without(fact.getClass());
        return others.holding(
                Stream.concat(others.facts.stream(), Stream.of(fact)).toList());
    }

    @Override
    public ContinuousAggregate without(Class<? extends ChunkFact> type) {
        return holding(facts.stream().filter(fact -> !type.isInstance(fact)).toList());
    }

    @Override
    public Database in(Database database) {
        return database.alter(id(), old -> this);
    }

    /** That time can be told is seen to where its source is. */
    @Override
    public void refuseWithoutClock() {}

    @Override
    public void checkColumn(String column) {
        Queried.super.checkColumn(column);
        shape().columns().filter(known -> !known.contains(column)).ifPresent(known -> {
            throw new RefusedException(
                    id(), "There is no column \"" + column + "\" of " + id() + '.' + Suggestion.of(column, known));
        });
    }

    @Override
    public Sql altering() {
        return Sql.of("alter materialized view {}", name);
    }

    @Override
    public ContinuousAggregate following(Rename rename) {
        List<ChunkFact> followed =
                facts.stream().map(fact -> fact.following(id(), rename)).toList();
        return querying(followed(rename)).holding(followed).named(rename.followSchema(name));
    }

    /** A column is followed where that is certain: to make the aggregate again would lose what its source has no more. */
    @Override
    public Query followed(Rename rename) {
        if (rename instanceof Rename.OfColumn column && !column.relation().equals(id())) {
            return query.renamingColumn(column.relation().name(), column.from(), column.to())
                    .orElseGet(() -> Queried.super.followed(rename));
        }
        return Queried.super.followed(rename);
    }

    /** The query with the functions of TimescaleDB named with the schema in which they live. */
    @Override
    public Query runnable(Database database) {
        String schema = TimescaleEdition.functionSchema(database);
        Query qualified = query.qualifyingCalls(FUNCTIONS, schema);
        if (schema.equals("public")) {
            return qualified;
        }
        for (String function : FUNCTIONS) {
            qualified =
                    qualified.renamingObject(QualifiedName.of("public", function), QualifiedName.of(schema, function));
        }
        return qualified;
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Queried.super.requires(database));
        ObjectId<Extension> extension = Extension.id(TimescaleEdition.EXTENSION);
        if (database.has(extension)) {
            required.add(extension);
        }
        return required;
    }

    /**
     * The hypertable or continuous aggregate from which it selects.
     *
     * @throws RefusedException if there is not exactly one
     */
    public SchemaObject source(Database database) {
        return new AggregateSource(this).in(database);
    }

    /** How long a bucket is, if all are equally long and that can be told. */
    Optional<Long> fixedWidth() {
        return bucket().filter(call -> call.plain() && !call.isVariable())
                .flatMap(BucketCall::width)
                .map(Span::length)
                .filter(length -> length > 0);
    }

    @Override
    public void check(Database database) {
        Queried.super.check(database);
        AggregateRefusals refusals = new AggregateRefusals(this);
        refusals.checkSource(source(database));
        refusals.checkWindows();
        refusals.checkOptions();
        refusals.checkQuery();
        if (chunkInterval.isPresent()) {
            facts.forEach(fact -> fact.check(this));
        }
    }

    @Override
    public List<Statement> creation(Database database) {
        if (TimescaleEdition.of(database).isPlain()) {
            return new View(name, runnable(database)).creation(database);
        }
        refuseUnderApache(database);
        List<Statement> statements = new ArrayList<>(List.of(create(database)));
        chunkInterval.ifPresent(span -> statements.add(settingChunks(span, database)));
        AggregateRefresh refresh = new AggregateRefresh(this);
        refresh.require(refreshes, database);
        statements.addAll(refresh.adding(refreshes, database));
        facts.forEach(fact -> statements.addAll(fact.making(this, database)));
        statements.add(refresh.filling(database));
        return statements;
    }

    private void refuseUnderApache(Database database) {
        if (TimescaleEdition.of(database).license() == TimescaleEdition.License.APACHE) {
            throw new RefusedException(
                    id(),
                    "This server runs TimescaleDB under the Apache license, which has no continuous aggregates. Set"
                            + " timescaledb.license = 'timescale', or make " + name + " a materialized view.");
        }
    }

    private Statement create(Database database) {
        boolean indexes = groupIndexes || !shape().groupsByMore();
        Sql sql = Sql.of(
                "create materialized view {}\nwith (timescaledb.continuous, timescaledb.materialized_only = {}{}) as\n{}\nwith no data",
                name,
                Literal.of(materializedOnly),
                Sql.raw(indexes ? "" : ", timescaledb.create_group_indexes = false"),
                runnable(database));
        return Statement.of(sql, LockMode.ACCESS_SHARE);
    }

    /** Before 2.12 TimescaleDB takes what stores it in its place. */
    @Override
    public Statement settingChunks(Span interval, Database database) {
        if (TimescaleEdition.of(database).version().atLeast(OWN_INTERVALS)) {
            return Chunked.super.settingChunks(interval, database);
        }
        TimescaleCall set = TimescaleCall.of("set_chunk_time_interval")
                .with("hypertable", Sql.raw("format('%I.%I', h.schema_name, h.table_name)::regclass"))
                .with("chunk_time_interval", interval);
        return Statement.of(set.select(database).then(store()), LockMode.NONE);
    }

    private Sql store() {
        return Sql.of("""

                from _timescaledb_catalog.continuous_agg a
                join _timescaledb_catalog.hypertable h on h.id = a.mat_hypertable_id
                where a.user_view_schema = {} and a.user_view_name = {}""", Literal.text(name.schema()), Literal.text(name.name()));
    }

    @Override
    public List<Statement> removal(Database database) {
        if (TimescaleEdition.of(database).isPlain()) {
            return new View(name, query).removal(database);
        }
        return List.of(Statement.of(
                Sql.of("drop materialized view {}", name),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.DELETES_DATA,
                Hazard.LOCKS_OTHER_TABLE));
    }

    private Sql altering(Database database) {
        return Sql.of(TimescaleEdition.of(database).isPlain() ? "alter view {}" : "alter materialized view {}", name);
    }

    @Override
    public Statement renaming(QualifiedName to, Database database) {
        return Statement.of(altering(database).then(Sql.of(" rename to {}", to.simple())), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Statement moving(String schema, Database database) {
        return Statement.of(
                altering(database).then(Sql.of(" set schema {}", Identifier.of(schema))), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Statement giving(Sql role, Database database) {
        return Statement.of(altering(database).then(Sql.of(" owner to {}", role)), LockMode.ACCESS_EXCLUSIVE);
    }

    /** The statement that shows what is stored alone, or also what has come since. */
    public Statement showing(boolean storedAlone, Database database) {
        return Statement.of(
                altering(database).then(Sql.of(" set (timescaledb.materialized_only = {})", Literal.of(storedAlone))),
                LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public boolean isComputed() {
        return true;
    }

    /** What its sources drop is kept here alone. */
    @Override
    public void checkRemaking(Database before, Database staying) {
        new AggregateHistory(this).lostRemaking(before, staying).ifPresent(lost -> {
            throw new RefusedException(
                    id(),
                    lost + " Say cascadeRecreateLosing() if it may be, or drop and create the aggregate yourself.");
        });
    }

    @Override
    public List<Statement> guardingRemaking(Database before, Database staying) {
        return new AggregateHistory(this).guarding(before, staying, "Say cascadeRecreateLosing() if they may be lost.");
    }

    @Override
    public List<String> contents() {
        return List.of("what " + name + " holds of rows that its source has no more");
    }

    /** For PostgreSQL it is a view. */
    @Override
    public Sql address() {
        return Sql.of("view {}", name);
    }
}
