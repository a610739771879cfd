package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.operation.SetComment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Operations as a migration says them.
 *
 * @param words the imports of the words that every statement needs
 * @param said the statements in order
 */
public record MigrationText(Set<String> words, List<Said> said) {

    /**
     * One statement of the body of {@code define(Changes changes)}.
     *
     * @param text the statement, indented for a method of a class
     * @param imports what it needs besides
     */
    public record Said(String text, Set<String> imports) {}

    /** A copy that cannot be changed. */
    public MigrationText {
        words = Set.copyOf(words);
        said = List.copyOf(said);
    }

    /** What has to be imported: names of classes, and {@code static} with the names of members. */
    public Set<String> imports() {
        Set<String> imports = new TreeSet<>(words);
        said.forEach(statement -> imports.addAll(statement.imports()));
        return imports;
    }

    /** The body of {@code define(Changes changes)}. */
    public String statements() {
        return said.stream().map(Said::text).collect(Collectors.joining());
    }

    /** The same in parts that have so many characters, or one statement each if that has more. */
    public List<MigrationText> parts(int characters) {
        List<MigrationText> parts = new ArrayList<>();
        List<Said> part = new ArrayList<>();
        int size = 0;
        for (Said statement : said) {
            if (size + statement.text().length() > characters && !part.isEmpty()) {
                parts.add(new MigrationText(words, part));
                part = new ArrayList<>();
                size = 0;
            }
            part.add(statement);
            size += statement.text().length();
        }
        parts.add(new MigrationText(words, part));
        return parts;
    }

    private static final int INDENT = 8;

    /** The text of operations that find the database in that state, with the names that the convention gives left out. */
    public static MigrationText of(List<? extends Operation> operations, Database before, NamingConvention naming) {
        return of(operations, before, naming, (operation, state) -> List.of());
    }

    /** The same with remarks above what is said of an operation, which finds the database in the given state. */
    public static MigrationText of(
            List<? extends Operation> operations,
            Database before,
            NamingConvention naming,
            BiFunction<Operation, Database, List<String>> remarks) {
        Source source = Source.of(before, naming);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < operations.size(); ) {
            Source now = source.in(before);
            Companions companions = Companions.after(i, operations);
            List<Sentence> said = new ArrayList<>(
                    companions.isEmpty()
                            ? now.sentences(operations.get(i))
                            : List.of(Sentence.of("create", companions.definition(now))));
            if (!said.isEmpty()) {
                said.set(0, said.get(0).remarking(remarks.apply(operations.get(i), before)));
            }
            said.forEach(sentence -> add(sentence, sentences));
            for (int end = i + 1 + companions.count(); i < end; i++) {
                before = operations.get(i).after(before);
            }
        }
        return new MigrationText(
                source.words(),
                sentences.stream()
                        .map(sentence -> new Said(sentence.text(INDENT), sentence.imports()))
                        .toList());
    }

    private static void add(Sentence sentence, List<Sentence> sentences) {
        int last = sentences.size() - 1;
        Optional<Sentence> joined =
                last < 0 ? Optional.empty() : sentences.get(last).joined(sentence);
        if (joined.isPresent()) {
            sentences.set(last, joined.get());
        } else {
            sentences.add(sentence);
        }
    }

    /** What directly follows the creation of a relation and can be said with it: its indexes, comments and replica identity. */
    private record Companions(SchemaObject relation, List<Operation> operations) {

        static Companions after(int at, List<? extends Operation> operations) {
            List<Operation> found = new ArrayList<>();
            if (!(operations.get(at) instanceof CreateObject creation)) {
                return new Companions(new dev.varve.model.Schema("none"), found);
            }
            for (Operation next : operations.subList(at + 1, operations.size())) {
                if (!isCompanion(next, creation.object())) {
                    break;
                }
                found.add(next);
            }
            return new Companions(creation.object(), found);
        }

        private static boolean isCompanion(Operation operation, SchemaObject relation) {
            boolean isTable = relation instanceof Table;
            boolean isIndexed = isTable || relation instanceof MaterializedView;
            return isIndexed
                            && index(operation)
                                    .filter(index -> index.on().equals(relation.id()))
                                    .isPresent()
                    || isTable
                            && comment(operation)
                                    .filter(c -> c.on().equals(relation.id()))
                                    .isPresent()
                    || isTable
                            && identity(operation)
                                    .filter(i -> i.on().equals(relation.id()))
                                    .isPresent();
        }

        private static Optional<Index> index(Operation operation) {
            return operation instanceof CreateObject creation && creation.object() instanceof Index index
                    ? Optional.of(index)
                    : Optional.empty();
        }

        private static Optional<Comment> comment(Operation operation) {
            if (operation instanceof CreateObject creation && creation.object() instanceof Comment comment) {
                return Optional.of(comment);
            }
            return operation instanceof SetComment set
                    ? set.text().map(text -> new Comment(set.on(), set.column(), text))
                    : Optional.empty();
        }

        private static Optional<ReplicaIdentity> identity(Operation operation) {
            return operation instanceof PutObject put && put.object() instanceof ReplicaIdentity identity
                    ? Optional.of(identity)
                    : Optional.empty();
        }

        boolean isEmpty() {
            return operations.isEmpty();
        }

        int count() {
            return operations.size();
        }

        Code definition(Source source) {
            source.name((ObjectId<?>) relation.id()); // so that its words are imported
            List<Index> indexes =
                    operations.stream().flatMap(op -> index(op).stream()).toList();
            return relation instanceof Table table
                    ? table(table, indexes, source)
                    : RelationForms.materializedView((MaterializedView) relation, indexes, source);
        }

        private Code table(Table table, List<Index> indexes, Source source) {
            Map<String, String> comments = new LinkedHashMap<>();
            operations.forEach(op -> comment(op).ifPresent(c -> comments.put(c.column(), c.text())));
            Optional<String> own = Optional.ofNullable(comments.remove(""));
            Chain chain = TableForm.definition(table, comments, source);
            for (Index index : indexes) {
                chain = chain.then(RelationForms.indexed("index", index, source.naming()));
            }
            for (Operation operation : operations) {
                chain = identity(operation)
                        .map(ObjectOperations::identity)
                        .map(chain::then)
                        .orElse(chain);
            }
            return chain.when(own, "comment");
        }
    }
}
