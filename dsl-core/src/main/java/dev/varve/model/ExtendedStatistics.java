package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What PostgreSQL gathers of several columns together, so that it estimates conditions over them better (<a
 * href="https://www.postgresql.org/docs/current/sql-createstatistics.html">documentation</a>).
 *
 * @param on the table, the partition or the materialized view
 * @param kinds what is gathered; everything that PostgreSQL can if empty
 * @param keys columns, whose order means nothing, and expressions after them
 * @param target how many values it looks at; the server's own choice if empty
 */
public record ExtendedStatistics(
        QualifiedName name, ObjectId<?> on, Set<Kind> kinds, List<Expression> keys, Optional<Integer> target)
        implements SchemaMember, Reworded {

    /** What is gathered. */
    public enum Kind {
        /** How many different combinations there are. */
        NDISTINCT,
        /** Which columns follow from others. */
        DEPENDENCIES,
        /** The most common combinations. */
        MCV
    }

    public ExtendedStatistics {
        EnumSet<Kind> all = EnumSet.allOf(Kind.class);
        kinds = keys.size() == 1 || kinds.size() == all.size()
                ? Set.of()
                : Collections.unmodifiableSet(new TreeSet<>(kinds));
        keys = Stream.concat(
                        keys.stream()
                                .filter(ExtendedStatistics::isColumn)
                                .sorted(Comparator.comparing(Expression::text)),
                        keys.stream().filter(key -> !isColumn(key)))
                .toList();
    }

    private static boolean isColumn(Expression key) {
        return IndexKey.expression(key).column();
    }

    /** The id of the statistics of that name. */
    public static ObjectId<ExtendedStatistics> id(QualifiedName name) {
        return ObjectId.of(ExtendedStatistics.class, name);
    }

    @Override
    public ObjectId<ExtendedStatistics> id() {
        return id(name);
    }

    /** The same statistics of that many values, or of as many as the server chooses. */
    public ExtendedStatistics targeting(Optional<Integer> values) {
        return new ExtendedStatistics(name, on, kinds, keys, values);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        keys.forEach(key -> mentioned.addAll(key.qualifiedNames()));
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(mentioned));
        required.add(on);
        required.addAll(Partition.requiredOn(on, database));
        return required;
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return keys.stream().anyMatch(key -> key.bareNames().contains(column));
    }

    @Override
    public ExtendedStatistics named(QualifiedName other) {
        return new ExtendedStatistics(other, on, kinds, keys, target);
    }

    @Override
    public ExtendedStatistics following(Rename rename) {
        ObjectId<?> holder = Partition.columnsOf(on, rename);
        List<Expression> followed =
                keys.stream().map(key -> rename.follow(holder, key)).toList();
        return new ExtendedStatistics(
                rename.followSchema(name), rename.newId(on).orElse(on), kinds, followed, target);
    }

    @Override
    public ExtendedStatistics copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new ExtendedStatistics(scratch.apply(name), on.named(scratch.apply(on.name())), kinds, keys, target);
    }

    @Override
    public ExtendedStatistics inWordsOf(SchemaObject copy) {
        List<Expression> printed = ((ExtendedStatistics) copy).keys;
        return new ExtendedStatistics(name, on, kinds, printed, target);
    }

    @Override
    public List<Statement> creation(Database database) {
        String words = kinds.isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ",
                                kinds.stream().map(ExtendedStatistics::word).toList()) + ')';
        List<Sql> texts = keys.stream().map(ExtendedStatistics::key).toList();
        Sql create = Sql.of("create statistics {}" + words + " on {} from {}", name, Sql.join(", ", texts), on.name());
        List<Statement> statements = new ArrayList<>(List.of(Statement.of(create, LockMode.SHARE_UPDATE_EXCLUSIVE)));
        target.ifPresent(values -> statements.add(setting(values)));
        return statements;
    }

    /**
     * What has to be said again of the statistics of a table, its partitions and its heirs once a column has become another one: PostgreSQL
     * makes them again, and forgets of how many values they are, and whose.
     */
    public static List<Statement> forgotten(ObjectId<Table> table, String column, Database database) {
        Stream<Statement> own = Partition.with(table, database)
                .flatMap(relation -> database.owned(relation).stream())
                .filter(ExtendedStatistics.class::isInstance)
                .map(ExtendedStatistics.class::cast)
                .filter(statistics -> statistics.vanishesWith(column, database))
                .flatMap(statistics -> statistics.forgotten(database));
        Stream<Statement> ofHeirs = database.get(table).heirs(database).stream()
                .flatMap(heir -> forgotten(heir.id(), column, database).stream());
        return Stream.concat(own, ofHeirs).toList();
    }

    private Stream<Statement> forgotten(Database database) {
        Stream<Statement> owner =
                database.find(Ownership.id(id())).stream().flatMap(ownership -> ownership.creation(database).stream());
        return Stream.concat(target.map(this::setting).stream(), owner);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Sql key(Expression key) {
        return isColumn(key) ? Sql.of("{}", key) : Sql.of("({})", key);
    }

    private Statement setting(int values) {
        return Statement.of(Sql.of("alter statistics {} set statistics " + values, name), LockMode.NONE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        boolean sameButTarget = ((ExtendedStatistics) from).targeting(target).equals(this);
        return sameButTarget ? Optional.of(List.of(setting(target.orElse(-1)))) : Optional.empty();
    }

    @Override
    public Sql address() {
        return Sql.of("statistics {}", name);
    }
}
