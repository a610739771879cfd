package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What words mean the same in a search, and which mean nothing (<a
 * href="https://www.postgresql.org/docs/current/sql-createtsdictionary.html">documentation</a>).
 *
 * @param template what the dictionary is made of
 * @param options what the template is told, by the name of the option, in the order in which it is told
 */
public record TextSearchDictionary(QualifiedName name, QualifiedName template, Map<String, String> options)
        implements SchemaMember {

    public TextSearchDictionary {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The id of the dictionary of that name. */
    public static ObjectId<TextSearchDictionary> id(QualifiedName name) {
        return ObjectId.of(TextSearchDictionary.class, name);
    }

    @Override
    public ObjectId<TextSearchDictionary> id() {
        return id(name);
    }

    /** The same dictionary with an option, the last. */
    public TextSearchDictionary option(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.remove(option);
        more.put(option, value);
        return new TextSearchDictionary(name, template, more);
    }

    /** The same dictionary without an option. */
    public TextSearchDictionary withoutOption(String option) {
        Map<String, String> fewer = new LinkedHashMap<>(options);
        fewer.remove(option);
        return new TextSearchDictionary(name, template, fewer);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        Optional.of(TextSearchTemplate.id(template)).filter(database::has).ifPresent(required::add);
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(new Slot("text search dictionary", name));
    }

    @Override
    public TextSearchDictionary named(QualifiedName other) {
        return new TextSearchDictionary(other, template, options);
    }

    @Override
    public TextSearchDictionary following(Rename rename) {
        return new TextSearchDictionary(
                rename.followSchema(name), rename.followName(template, TextSearchTemplate.class), options);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql parts = parts().canonically(sorted().parts());
        return List.of(Statement.of(Sql.of("create text search dictionary {} ({})", name, parts), LockMode.NONE));
    }

    private TextSearchDictionary sorted() {
        return new TextSearchDictionary(name, template, new TreeMap<>(options));
    }

    private Sql parts() {
        List<Sql> parts = new ArrayList<>(List.of(Sql.of("template = {}", template)));
        options.forEach((option, value) -> parts.add(assignment(option, value)));
        return Sql.join(", ", parts);
    }

    private static Sql assignment(String option, String value) {
        return Sql.of("{} = {}", Identifier.of(option), Literal.text(value));
    }

    /** An option without a value is taken away. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        TextSearchDictionary old = (TextSearchDictionary) from;
        Sql changes = changes(old).canonically(sorted().changes(old.sorted()));
        Sql alter = Sql.of("alter {} ({})", address(), changes);
        return Optional.of(List.of(Statement.of(alter, LockMode.NONE))).filter(all -> old.template.equals(template));
    }

    private Sql changes(TextSearchDictionary old) {
        Set<String> kept = keptInOrder(old);
        List<Sql> changes = new ArrayList<>();
        old.options.keySet().stream()
                .filter(option -> !options.containsKey(option))
                .forEach(option -> changes.add(Sql.of("{}", Identifier.of(option))));
        options.forEach((option, value) -> {
            if (!kept.contains(option)) {
                changes.add(assignment(option, value));
            }
        });
        return Sql.join(", ", changes);
    }

    /** What is told stands behind what is not told anew; all is told anew where that is another order. */
    private Set<String> keptInOrder(TextSearchDictionary old) {
        Set<String> kept = new LinkedHashSet<>(old.options.keySet());
        kept.removeIf(option -> !old.options.get(option).equals(options.get(option)));
        List<String> wanted = List.copyOf(options.keySet());
        return wanted.subList(0, kept.size()).equals(List.copyOf(kept)) ? kept : Set.of();
    }
}
