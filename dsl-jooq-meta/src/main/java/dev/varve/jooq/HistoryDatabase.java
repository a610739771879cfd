package dev.varve.jooq;

import dev.varve.model.CompositeType;
import dev.varve.model.Database;
import dev.varve.model.Domain;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.meta.AbstractDatabase;
import org.jooq.meta.ArrayDefinition;
import org.jooq.meta.CatalogDefinition;
import org.jooq.meta.DefaultDomainDefinition;
import org.jooq.meta.DefaultEnumDefinition;
import org.jooq.meta.DefaultRelations;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.PackageDefinition;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.SequenceDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UDTDefinition;
import org.jooq.meta.XMLSchemaCollectionDefinition;
import org.jooq.tools.JooqLogger;

/**
 * A database for the code generator of jOOQ that is none: what it holds is what the revisions on the generator's class path lead to. No
 * server is asked, and no {@code jdbc} configured.
 *
 * <pre>{@code
 * <database>
 *   <name>dev.varve.jooq.HistoryDatabase</name>
 *   <inputSchema>trading</inputSchema>
 *   <properties>
 *     <property><key>database</key><value>postgres</value></property>
 *     <property><key>packages</key><value>com.example.migrations</value></property>
 *     <property><key>serverVersion</key><value>15</value></property>
 *   </properties>
 * </database>
 * }</pre>
 *
 * <p>{@code database} is the name that the revisions give to the database; {@code packages} is where they are looked for, and may be left
 * out; with {@code serverVersion} the generator fails if that version of PostgreSQL cannot have what the revisions make. An application that
 * has a {@link dev.varve.dsl.NamingConvention} of its own names its class by {@code namingConvention}.
 *
 * <p>As with other databases of jOOQ, the sequences of serial and identity columns are left out unless {@code includeSystemSequences} is
 * set.
 *
 * <p>Whatever the code cannot say as a server would is a warning of the generator: columns of views whose type only a server can tell, and
 * objects for which jOOQ has no word.
 */
public final class HistoryDatabase extends AbstractDatabase {

    private static final JooqLogger LOG = JooqLogger.getLogger(HistoryDatabase.class);

    private Optional<Relations> relations = Optional.empty();

    /** What the revisions lead to, replayed when it is first asked for. */
    private Relations relations() {
        if (relations.isEmpty()) {
            relations =
                    Optional.of(Relations.of(HistorySettings.of(getProperties()).replay()));
            unsaid().forEach(LOG::warn);
        }
        return relations.orElseThrow();
    }

    /** What the generated code does not say as a server would, in words. */
    public List<String> unsaid() {
        return Stream.concat(
                        relations().unknown().stream(), Unsaid.in(relations().state()))
                .toList();
    }

    private Database state() {
        return relations().state();
    }

    private DataTypes types() {
        return new DataTypes(this, state());
    }

    private Comments comments() {
        return new Comments(state());
    }

    /** The objects of a class in the schemas for which code is generated. */
    private <T extends SchemaObject> Stream<T> objects(Class<T> type) {
        return state().objects(type).filter(object -> isWanted(object.id()));
    }

    /** The generator puts into another order what it gets. */
    private static <T> List<T> sortable(Stream<? extends T> definitions) {
        return new ArrayList<>(definitions.toList());
    }

    private boolean isWanted(ObjectId<?> id) {
        return getInputSchemata().contains(id.name().schema());
    }

    private SchemaDefinition schemaOf(ObjectId<?> id) {
        return Objects.requireNonNull(getSchema(id.name().schema()));
    }

    /** The table, view or function of that name, if code is generated for it. */
    Optional<TableDefinition> table(QualifiedName name) {
        return Optional.ofNullable(getSchema(name.schema()))
                .flatMap(schema -> Optional.ofNullable(getTable(schema, name.name())));
    }

    @Override
    protected DSLContext create0() {
        return DSL.using(SQLDialect.POSTGRES);
    }

    @Override
    protected List<CatalogDefinition> getCatalogs0() {
        return sortable(Stream.of(new CatalogDefinition(this, "", "")));
    }

    @Override
    protected List<SchemaDefinition> getSchemata0() {
        Set<String> names = new TreeSet<>(Set.of(Schema.PUBLIC.name()));
        state().objects(Schema.class).forEach(schema -> names.add(schema.name()));
        return sortable(names.stream()
                .map(name -> new SchemaDefinition(this, name, comments().on(Schema.id(name)))));
    }

    @Override
    protected List<TableDefinition> getTables0() {
        return sortable(
                new Tables(relations(), types(), comments(), this::schemaOf).definitions(this::isWanted).stream());
    }

    @Override
    protected List<IndexDefinition> getIndexes0() {
        return sortable(new Indexes(state(), this).definitions(this::isWanted).stream());
    }

    @Override
    protected void loadPrimaryKeys(DefaultRelations loaded) {
        keys().forEach(keys -> keys.addPrimary(loaded));
    }

    @Override
    protected void loadUniqueKeys(DefaultRelations loaded) {
        keys().forEach(keys -> keys.addUnique(loaded));
    }

    @Override
    protected void loadForeignKeys(DefaultRelations loaded) {
        keys().forEach(keys -> keys.addForeign(loaded));
    }

    @Override
    protected void loadCheckConstraints(DefaultRelations loaded) {
        keys().forEach(keys -> keys.addChecks(loaded));
    }

    private Stream<Keys> keys() {
        Map<ObjectId<?>, Table> tables =
                relations().tables().stream().collect(Collectors.toMap(Table::id, Function.identity()));
        return tables.values().stream()
                .filter(table -> isWanted(table.id()))
                .map(table -> new Keys(table, tables, this));
    }

    @Override
    protected List<SequenceDefinition> getSequences0() {
        return sortable(new Sequences(relations(), types(), comments(), this::schemaOf)
                .definitions(this::isWanted, getIncludeSystemSequences()));
    }

    @Override
    protected List<EnumDefinition> getEnums0() {
        return sortable(objects(EnumType.class).map(this::definition));
    }

    private EnumDefinition definition(EnumType type) {
        DefaultEnumDefinition definition = new DefaultEnumDefinition(
                schemaOf(type.id()), type.name().name(), comments().on(type.id()));
        type.values().forEach(definition::addLiteral);
        return definition;
    }

    @Override
    protected List<DomainDefinition> getDomains0() {
        return sortable(objects(Domain.class).map(this::definition));
    }

    private DomainDefinition definition(Domain domain) {
        String otherwise = domain.defaultValue().map(value -> value.text()).orElse("");
        DefaultDomainDefinition definition = new DefaultDomainDefinition(
                schemaOf(domain.id()),
                domain.name().name(),
                types().of(new Domains(state()).base(domain.type()), !domain.notNull(), otherwise));
        domain.checks().values().forEach(check -> definition.addCheckClause("CHECK (" + check.condition() + ")"));
        return definition;
    }

    @Override
    protected List<UDTDefinition> getUDTs0() {
        return sortable(objects(CompositeType.class)
                .map(type -> new CompositeDefinition(
                        schemaOf(type.id()), type, types(), comments().on(type.id()))));
    }

    @Override
    protected List<RoutineDefinition> getRoutines0() {
        return sortable(new Routines(state(), types(), comments(), this::schemaOf)
                .definitions(this::isWanted, getIncludeTriggerRoutines()).stream());
    }

    @Override
    protected List<PackageDefinition> getPackages0() {
        return new ArrayList<>();
    }

    @Override
    protected List<XMLSchemaCollectionDefinition> getXMLSchemaCollections0() {
        return new ArrayList<>();
    }

    /** A type of arrays has no name of its own in PostgreSQL. */
    @Override
    protected List<ArrayDefinition> getArrays0() {
        return new ArrayList<>();
    }
}
