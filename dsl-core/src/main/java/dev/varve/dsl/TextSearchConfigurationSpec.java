package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.TextSearchConfiguration;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;

/** A text search configuration as it is written; with its name alone it stands for one that is already there. */
public record TextSearchConfigurationSpec(TextSearchConfiguration configuration)
        implements Named, Creation, Replacement, Alterable<TextSearchConfigurationSpec.Alteration> {

    static TextSearchConfigurationSpec of(String name) {
        QualifiedName parser = QualifiedName.of("pg_catalog", "default");
        return new TextSearchConfigurationSpec(TextSearchConfiguration.of(QualifiedName.of("public", name), parser));
    }

    /** Puts the configuration into a schema. */
    public TextSearchConfigurationSpec inSchema(String schema) {
        return new TextSearchConfigurationSpec(
                configuration.named(configuration.name().inSchema(schema)));
    }

    /** Cuts texts by another parser than that of PostgreSQL. */
    public TextSearchConfigurationSpec parser(String schema, String name) {
        return new TextSearchConfigurationSpec(new TextSearchConfiguration(
                configuration.name(), QualifiedName.of(schema, name), configuration.mappings()));
    }

    /** Asks dictionaries about tokens of a type, one after the other. */
    public TextSearchConfigurationSpec mapping(String token, TextSearchDictionarySpec... dictionaries) {
        return new TextSearchConfigurationSpec(configuration.mapping(token, names(dictionaries)));
    }

    private static List<QualifiedName> names(TextSearchDictionarySpec... dictionaries) {
        return Arrays.stream(dictionaries).map(d -> d.dictionary().name()).toList();
    }

    @Override
    public ObjectId<TextSearchConfiguration> id() {
        return configuration.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(configuration));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(configuration);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Mapping(String token, List<QualifiedName> dictionaries)
            implements ObjectChange<TextSearchConfiguration> {

        @Override
        public TextSearchConfiguration of(TextSearchConfiguration before) {
            return before.mapping(token, dictionaries);
        }
    }

    /** The words for changing a text search configuration. */
    public static final class Alteration {

        private final ObjectId<TextSearchConfiguration> configuration;
        private final Changes changes;

        private Alteration(ObjectId<TextSearchConfiguration> configuration, Changes changes) {
            this.configuration = configuration;
            this.changes = changes;
        }

        /** Asks these dictionaries about tokens of a type and no others. */
        public Alteration mapping(String token, TextSearchDictionarySpec... dictionaries) {
            changes.add(new AlterObject<>(configuration, new Mapping(token, names(dictionaries))));
            return this;
        }

        /** Asks no dictionary about tokens of a type. */
        public Alteration dropMapping(String token) {
            return mapping(token);
        }
    }
}
