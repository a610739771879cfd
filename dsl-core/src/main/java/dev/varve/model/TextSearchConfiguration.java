package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a text becomes words that can be searched (<a
 * href="https://www.postgresql.org/docs/current/sql-createtsconfig.html">documentation</a>).
 *
 * @param parser what cuts the text into tokens
 * @param mappings the dictionaries that are asked, in their order, by the type of the token
 */
public record TextSearchConfiguration(
        QualifiedName name, QualifiedName parser, SortedMap<String, List<QualifiedName>> mappings)
        implements SchemaMember {

    public TextSearchConfiguration {
        SortedMap<String, List<QualifiedName>> copy = new TreeMap<>();
        mappings.forEach((token, dictionaries) -> copy.put(token, List.copyOf(dictionaries)));
        mappings = Collections.unmodifiableSortedMap(copy);
    }

    /** A configuration that asks no dictionaries. */
    public static TextSearchConfiguration of(QualifiedName name, QualifiedName parser) {
        return new TextSearchConfiguration(name, parser, Collections.emptySortedMap());
    }

    /** The id of the configuration of that name. */
    public static ObjectId<TextSearchConfiguration> id(QualifiedName name) {
        return ObjectId.of(TextSearchConfiguration.class, name);
    }

    @Override
    public ObjectId<TextSearchConfiguration> id() {
        return id(name);
    }

    /** The same configuration, asking these dictionaries about tokens of a type; none if there are none. */
    public TextSearchConfiguration mapping(String token, List<QualifiedName> dictionaries) {
        Map<String, List<QualifiedName>> others = new TreeMap<>(mappings);
        others.put(token, dictionaries);
        if (dictionaries.isEmpty()) {
            others.remove(token);
        }
        return new TextSearchConfiguration(name, parser, new TreeMap<>(others));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        mappings.values()
                .forEach(asked -> asked.forEach(
                        one -> required.addAll(Extension.requiredFor(TextSearchDictionary.id(one), database))));
        required.addAll(Extension.requiredFor(TextSearchParser.id(parser), database));
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(new Slot("text search configuration", name));
    }

    @Override
    public TextSearchConfiguration named(QualifiedName other) {
        return new TextSearchConfiguration(other, parser, mappings);
    }

    @Override
    public TextSearchConfiguration following(Rename rename) {
        SortedMap<String, List<QualifiedName>> followed = new TreeMap<>();
        mappings.forEach((token, dictionaries) -> followed.put(
                token,
                dictionaries.stream()
                        .map(one -> rename.followName(one, TextSearchDictionary.class))
                        .toList()));
        return new TextSearchConfiguration(
                rename.followSchema(name), rename.followName(parser, TextSearchParser.class), followed);
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Statement> statements = new ArrayList<>();
        statements.add(
                Statement.of(Sql.of("create text search configuration {} (parser = {})", name, parser), LockMode.NONE));
        mappings.forEach(
                (token, dictionaries) -> statements.add(alter("add mapping for {} with {}", token, dictionaries)));
        return statements;
    }

    private Statement alter(String change, String token, List<QualifiedName> dictionaries) {
        return Statement.of(
                Sql.of("alter {} " + change, address(), Identifier.of(token), Sql.join(", ", dictionaries)),
                LockMode.NONE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        TextSearchConfiguration old = (TextSearchConfiguration) from;
        List<Statement> statements = new ArrayList<>();
        old.mappings.keySet().stream()
                .filter(token -> !mappings.containsKey(token))
                .forEach(token -> statements.add(Statement.of(
                        Sql.of("alter {} drop mapping for {}", address(), Identifier.of(token)), LockMode.NONE)));
        mappings.forEach((token, dictionaries) -> {
            if (!old.mappings.containsKey(token)) {
                statements.add(alter("add mapping for {} with {}", token, dictionaries));
            } else if (!old.mappings.get(token).equals(dictionaries)) {
                statements.add(alter("alter mapping for {} with {}", token, dictionaries));
            }
        });
        return Optional.of(statements).filter(all -> old.parser.equals(parser));
    }
}
