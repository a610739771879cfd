package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param collation by which texts are compared, if it is not the one of the type; those of PostgreSQL itself have no schema
 * @param properties what was said of how PostgreSQL stores the values and plans with them
 */
public record Column(
        String name,
        TypeName type,
        Optional<QualifiedName> collation,
        boolean notNull,
        Optional<ColumnValue> value,
        Map<ColumnProperty, String> properties)
        implements Fragment {

    /** The collation that the database has, and every column for which nothing else was said. */
    public static final QualifiedName DEFAULT_COLLATION = QualifiedName.unqualified("default");

    public Column {
        Identifier.of(name);
        collation = collation.filter(c -> !c.equals(type.defaultCollation()));
        value = value.filter(v -> !v.isNull()).map(v -> v.within(type));
        notNull =
                notNull || value.filter(ColumnValue.Identity.class::isInstance).isPresent();
        properties = said(properties, type);
    }

    /** What differs from what PostgreSQL would choose for the type, in a fixed order. */
    private static Map<ColumnProperty, String> said(Map<ColumnProperty, String> properties, TypeName type) {
        Map<ColumnProperty, String> said = new LinkedHashMap<>();
        properties.forEach((property, value) -> {
            property.check(value);
            if (!property.isDefault(value, type)) {
                said.put(property, value);
            }
        });
        return ColumnProperty.inOrder(said);
    }

    /** A column of that type which may be null and has no default. */
    public static Column of(String name, TypeName type) {
        return new Column(name, type, Optional.empty(), false, Optional.empty(), Map.of());
    }

    /** The same column under another name. */
    public Column named(String other) {
        return new Column(other, type, collation, notNull, value, properties);
    }

    /** The same column with another type; it keeps the collation and the properties that the type can have. */
    public Column typed(TypeName other) {
        boolean collates = other.isCollatable() || other.name().equals(type.name());
        Map<ColumnProperty, String> kept = new LinkedHashMap<>();
        properties.forEach((property, said) -> {
            if (property.refusal(said, other).isEmpty()) {
                kept.put(property, said);
            }
        });
        return new Column(name, other, collation.filter(c -> collates), notNull, value, kept);
    }

    /** The same column, comparing its texts by that collation. */
    public Column collated(QualifiedName other) {
        return new Column(name, type, Optional.of(other), notNull, value, properties);
    }

    /** The same column, refusing null or not. */
    public Column notNull(boolean refuses) {
        return new Column(name, type, collation, refuses, value, properties);
    }

    /** The same column with its values from elsewhere. */
    public Column valued(Optional<ColumnValue> other) {
        return new Column(name, type, collation, notNull, other, properties);
    }

    /** The same column with a property, or without it. */
    public Column with(ColumnProperty property, Optional<String> said) {
        Map<ColumnProperty, String> others = new LinkedHashMap<>(properties);
        others.remove(property);
        said.ifPresent(s -> others.put(property, s));
        return new Column(name, type, collation, notNull, value, others);
    }

    /** What was said of the property. */
    public Optional<String> property(ColumnProperty property) {
        return Optional.ofNullable(properties.get(property));
    }

    /** The number of different values that was set after that one: PostgreSQL puts one that is set again behind it. */
    public Optional<ColumnProperty> numberAfter(ColumnProperty property) {
        List<ColumnProperty> said = List.copyOf(properties.keySet());
        return said.stream()
                .filter(next -> property.isOption() && next.isOption() && said.indexOf(next) > said.indexOf(property))
                .findFirst();
    }

    /** Whether the value of the column is computed from others. */
    public boolean isGenerated() {
        return generated().isPresent();
    }

    /** The expression by which the value of the column is computed from others, if it is. */
    public Optional<ColumnValue.Generated> generated() {
        return value.filter(ColumnValue.Generated.class::isInstance).map(ColumnValue.Generated.class::cast);
    }

    /** Whether the value of the column is computed whenever it is read. */
    public boolean isVirtual() {
        return generated().filter(ColumnValue.Generated::virtual).isPresent();
    }

    /** How the column numbers rows, if it does. */
    public Optional<ColumnValue.Identity> identity() {
        return value.filter(ColumnValue.Identity.class::isInstance).map(ColumnValue.Identity.class::cast);
    }

    /** How the column numbers rows, as an identity or by a sequence of its own, if it does. */
    public Optional<ColumnValue.Numbered> numbered() {
        return value.filter(ColumnValue.Numbered.class::isInstance).map(ColumnValue.Numbered.class::cast);
    }

    private Optional<ColumnValue.Serial> serial() {
        return value.filter(ColumnValue.Serial.class::isInstance).map(ColumnValue.Serial.class::cast);
    }

    /** What the sequence is called by which the column numbers rows of that table, if it does. */
    public Optional<QualifiedName> sequence(QualifiedName table) {
        return numbered().map(numbered -> numbered.sequence().orElseGet(() -> new AutomaticName(table, name).name()));
    }

    /** The sequence by which the column numbers rows of that table, if it is serial. */
    public Optional<Sequence> sequenceOfSerial(ObjectId<Table> table) {
        return serial().map(serial -> new Sequence(
                sequence(table.name()).orElseThrow(),
                type,
                serial.options(),
                Optional.of(new Sequence.Owner(table, name)),
                false));
    }

    /** The same column in a table of that name, where a sequence with the automatic name needs none, and each is in its schema. */
    public Column in(QualifiedName table) {
        return withSequence(numbered()
                .flatMap(ColumnValue.Numbered::sequence)
                .map(sequence -> sequence.schema().isEmpty() ? sequence.inSchema(table.schema()) : sequence)
                .filter(sequence -> !new AutomaticName(table, name).is(sequence)));
    }

    /** The same column before its table or itself gets another name, which its sequence does not follow. */
    Column keepingSequence(QualifiedName table) {
        return withSequence(sequence(table));
    }

    /** The same column in a table that lives in that schema, to which the sequence goes along. */
    Column inSchema(String schema) {
        return withSequence(
                numbered().flatMap(ColumnValue.Numbered::sequence).map(sequence -> sequence.inSchema(schema)));
    }

    /** The same column, whose sequence is called as PostgreSQL chooses. */
    public Column withoutSequenceName() {
        return withSequence(Optional.empty());
    }

    private Column withSequence(Optional<QualifiedName> sequence) {
        return numbered().isPresent() ? valued(numbered().map(numbered -> numbered.of(sequence))) : this;
    }

    Column following(ObjectId<?> relation, Rename rename) {
        boolean isRenamed = !rename.followColumn(relation, name).equals(name);
        return isRenamed ? keepingSequence(relation.name()).followed(relation, rename) : followed(relation, rename);
    }

    private Column followed(ObjectId<?> relation, Rename rename) {
        return new Column(
                rename.followColumn(relation, name),
                type.following(rename),
                collation.map(c -> following(c, rename)),
                notNull,
                value.map(
                        v -> v.following(relation, v.defaultExpression().isPresent() ? rename.forType(type) : rename)),
                properties);
    }

    private static QualifiedName following(QualifiedName collation, Rename rename) {
        if (rename instanceof Rename.OfObject object && isCollation(object.from())) {
            return object.from().name().equals(collation) ? object.to().name() : collation;
        }
        return collation.schema().isEmpty() ? collation : rename.followSchema(collation);
    }

    private static boolean isCollation(ObjectId<?> id) {
        return id.kind().equals("collation");
    }

    /** The collation as an object, if the database knows it as one. */
    Optional<ObjectId<?>> requiredCollation(Database database) {
        return collation.flatMap(c ->
                database.named(Set.of(c)).stream().filter(Column::isCollation).findFirst());
    }

    /** Looks for what PostgreSQL would refuse about the column in a table of that database. */
    void check(ObjectId<Table> table, Database database) {
        new ColumnRefusals(this, table, database).check();
    }

    /** The definition as {@code create table} and {@code add column} take it; {@link #settings} say the rest. */
    @Override
    public String sql() {
        if (serial().isPresent()) {
            return Sql.of(
                            "{} {}",
                            Identifier.of(name),
                            Sql.raw(ColumnValue.Serial.word(type).orElse(type.sql())))
                    .text();
        }
        Sql definition = Sql.of("{} {}", Identifier.of(name), typeClause());
        boolean sayNotNull =
                notNull && value.filter(ColumnValue.Identity.class::isInstance).isEmpty();
        if (sayNotNull) {
            definition = definition.then(Sql.raw(" not null"));
        }
        return value.isPresent()
                ? definition.then(Sql.raw(" ")).then(value.get().clause()).text()
                : definition.text();
    }

    /** The type, and the collation if it is not the one of the type. */
    public Sql typeClause() {
        return collation.map(c -> Sql.of("{} collate {}", type, c)).orElse(Sql.of("{}", type));
    }

    /** What {@code alter table} has to say once the column is there: its properties. */
    public List<Sql> settings() {
        Stream<Sql> nullable =
                serial().isPresent() && !notNull ? Stream.of(altering(Sql.raw("drop not null"))) : Stream.of();
        Stream<Sql> said = properties.keySet().stream().map(this::settingCanonically);
        return Stream.concat(nullable, said).toList();
    }

    /** In the form that only tells whether a revision is the same, each stands for the one that is in its place in the fixed order. */
    private Sql settingCanonically(ColumnProperty property) {
        List<ColumnProperty> fixed =
                List.copyOf(ColumnProperty.sorted(properties).keySet());
        ColumnProperty usual = fixed.get(List.copyOf(properties.keySet()).indexOf(property));
        return setting(property, properties.get(property)).canonically(setting(usual, properties.get(usual)));
    }

    /** The statements that make the sequence of a serial column what it is, once the column is there. */
    public List<Statement> sequenceSettings(QualifiedName table) {
        List<Statement> statements = new ArrayList<>();
        serial().ifPresent(serial -> {
            QualifiedName automatic = new AutomaticName(table, name).name();
            serial.sequence()
                    .ifPresent(other -> statements.add(altering(automatic, Sql.of("rename to {}", other.simple()))));
            if (!serial.options().isPlain()) {
                statements.add(altering(
                        serial.sequence().orElse(automatic), serial.options().complete()));
            }
        });
        return statements;
    }

    /** The statements that let the sequence of a serial column count as far as the type that the column has got. */
    public List<Statement> sequenceTyping(QualifiedName table) {
        return serial().stream()
                .flatMap(serial -> sequence(table).stream())
                .map(sequence -> altering(sequence, Sql.of("as {}", type)))
                .toList();
    }

    private static Statement altering(QualifiedName sequence, Sql change) {
        return Statement.of(Sql.of("alter sequence {} {}", sequence, change), LockMode.ACCESS_EXCLUSIVE);
    }

    /** What {@code alter table} has to say so that the property is that. */
    public Sql setting(ColumnProperty property, String said) {
        return altering(property.setting(said));
    }

    /** What {@code alter table} has to say again after the column got its type, which makes PostgreSQL forget it. */
    public List<Sql> settingsAfterType() {
        return settingsOfType().map(this::altering).toList();
    }

    /** The same column as a partition has it from its table. */
    Column inPartition() {
        Map<ColumnProperty, String> kept = new EnumMap<>(ColumnProperty.class);
        kept.putAll(properties);
        kept.keySet().removeIf(property -> !property.goesForPartitions());
        return new Column(name, type, collation, notNull, value, kept);
    }

    /** What {@code alter table} has to say of a new partition, because it does not come from the table. */
    Stream<Sql> settingsOfPartition() {
        return inPartition().properties.entrySet().stream()
                .filter(said -> !said.getKey().comesWithPartitions())
                .map(said -> setting(said.getKey(), said.getValue()));
    }

    Stream<Sql> settingsOfType() {
        return properties.entrySet().stream()
                .filter(said -> said.getKey().goesWithType())
                .map(said -> said.getKey().setting(said.getValue()));
    }

    private Sql altering(Sql change) {
        return Sql.of("alter column {} {}", Identifier.of(name), change);
    }
}
