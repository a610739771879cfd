package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
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

    /** A class beyond this size is hard to read, and a method far beyond it is more than the JVM takes. */
    private static final int CHARACTERS = 30_000;

    private static final int INDENT = 8;

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

    /** The same in parts for a class each, of which none is much longer than one likes to read unless one statement is. */
    public List<MigrationText> readableParts() {
        List<MigrationText> parts = new ArrayList<>();
        List<Said> part = new ArrayList<>();
        int size = 0;
        for (Said statement : said) {
            if (size + statement.text().length() > CHARACTERS && !part.isEmpty()) {
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
            Operation operation = operations.get(i);
            Source now = source.in(before);
            Optional<Companions> companions = Companions.after(i, operations);
            List<Sentence> said = new ArrayList<>(companions
                    .map(all -> List.of(Sentence.of("create", all.definition(now))))
                    .orElseGet(() -> now.sentences(operation)));
            if (!said.isEmpty()) {
                said.set(0, said.get(0).remarking(remarks.apply(operation, before)));
            }
            said.forEach(sentence -> add(sentence, sentences));
            int end = i + 1 + companions.map(Companions::count).orElse(0);
            for (; i < end; i++) {
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
}
