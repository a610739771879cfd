package dev.varve.source;

import dev.varve.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a migration says of one operation: {@code changes.drop(...)}, or a word about something that is altered, which can go on after
 * another word about the same thing.
 *
 * @param subject what is altered; empty if the words are those of the changes themselves
 * @param remarks what a reader is told above it
 */
public record Sentence(Optional<Code> subject, List<Call> calls, List<String> remarks) {

    /** A copy that cannot be changed. */
    public Sentence {
        calls = List.copyOf(calls);
        remarks = List.copyOf(remarks);
    }

    /** A sentence without remarks. */
    public Sentence(Optional<Code> subject, List<Call> calls) {
        this(subject, calls, List.of());
    }

    /** The sentence with remarks above it. */
    Sentence remarking(List<String> others) {
        return new Sentence(subject, calls, others);
    }

    /** A word of the changes: {@code changes.drop(...)}. */
    public static Sentence of(String word, Object... arguments) {
        return new Sentence(Optional.empty(), List.of(Call.of(word, arguments)));
    }

    /** The constructor of an operation for which the DSL has no words: {@code changes.add(new ...)}. */
    public static Sentence adding(Operation operation) {
        return of("add", RecordForm.of(operation));
    }

    /** A word about something that is altered: {@code changes.alter(subject).dropColumn("note")}. */
    public static Sentence about(Code subject, Call... calls) {
        return new Sentence(Optional.of(subject), List.of(calls));
    }

    /** The sentence with a word more. */
    Sentence then(Call call) {
        return new Sentence(
                subject, Stream.concat(calls.stream(), Stream.of(call)).toList());
    }

    /** Whether it says by itself that what is in the way is made again. */
    boolean saysRecreating() {
        return calls.stream().anyMatch(call -> call.word().equals("rebuild"));
    }

    /** Both sentences in one, if they are about the same thing. */
    Optional<Sentence> joined(Sentence next) {
        boolean same = subject.isPresent() && subject.map(Code::flat).equals(next.subject.map(Code::flat));
        return same
                ? Optional.of(new Sentence(subject, both(calls, next.calls), both(remarks, next.remarks)))
                : Optional.empty();
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Chain code() {
        return subject.map(about ->
                        Chain.on(Code.raw("changes")).head("alter", about).then(calls))
                .orElseGet(() -> Chain.on(Code.raw("changes")).then(calls));
    }

    Set<String> imports() {
        return code().imports();
    }

    /** The statement, on lines that are indented by so many blanks. */
    String text(int indent) {
        String margin = " ".repeat(indent);
        String comments = remarks.stream()
                .map(remark -> margin + "// " + new JavaComment(remark).line() + '\n')
                .collect(Collectors.joining());
        return comments + statement(margin);
    }

    private String statement(String margin) {
        int indent = margin.length();
        if (made().filter(Chain::isTooLong).isPresent()) {
            String start = "changes." + calls.get(0).word() + '(';
            return block(margin, made().get().statements(indent + 4, start, ");\n"));
        }
        return code().isTooLong()
                ? block(margin, code().statements(indent + 4, "", ";\n"))
                : margin + code().text(indent, indent + 1) + ";\n";
    }

    /** The variables of one statement are none of another. */
    private static String block(String margin, String statements) {
        return margin + "{\n" + statements + margin + "}\n";
    }

    /** What is made, if that is a chain and all that is said. */
    private Optional<Chain> made() {
        boolean alone = subject.isEmpty()
                && calls.size() == 1
                && calls.get(0).arguments().size() == 1;
        return Optional.of(calls)
                .filter(one -> alone && one.get(0).arguments().get(0) instanceof Chain)
                .map(one -> (Chain) one.get(0).arguments().get(0));
    }
}
