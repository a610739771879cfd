package dev.varve.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that follow each other: {@code table("trades").inSchema("market").column(...)}. Where they do not fit on a line, each word has one
 * of its own, but for the first ones that only say what it is about.
 */
public final class Chain implements Code {

    /** How many words the compiler follows in one expression, at the least. */
    private static final int LONGEST = 300;

    private final Code first;
    private final List<Call> head;
    private final List<Call> calls;

    private Chain(Code first, List<Call> head, List<Call> calls) {
        this.first = first;
        this.head = List.copyOf(head);
        this.calls = List.copyOf(calls);
    }

    /** A chain of one word. */
    public static Chain of(String word, Object... arguments) {
        return on(Call.of(word, arguments));
    }

    /** A chain that goes on after a piece of code. */
    public static Chain on(Code first) {
        return new Chain(first, List.of(), List.of());
    }

    /** The chain with a word more that belongs to the name of the thing and stays on its line. */
    public Chain head(String word, Object... arguments) {
        return new Chain(first, plus(head, Call.of(word, arguments)), calls);
    }

    /** The chain with a word more. */
    public Chain then(String word, Object... arguments) {
        return then(Call.of(word, arguments));
    }

    /** The chain with a word more. */
    public Chain then(Call call) {
        return new Chain(first, head, plus(calls, call));
    }

    /** The chain with words more. */
    public Chain then(List<Call> more) {
        Chain chain = this;
        for (Call call : more) {
            chain = chain.then(call);
        }
        return chain;
    }

    /** The chain with a word more if the condition holds. */
    public Chain when(boolean condition, String word, Object... arguments) {
        return condition ? then(word, arguments) : this;
    }

    /** The chain with a word more that takes the value, if there is one. */
    public Chain when(Optional<?> argument, String word) {
        return argument.map(value -> then(word, value)).orElse(this);
    }

    private static List<Call> plus(List<Call> calls, Call call) {
        List<Call> more = new ArrayList<>(calls);
        more.add(call);
        return more;
    }

    /** Whether the compiler may fail to follow it in one expression. */
    boolean isTooLong() {
        return calls.size() > LONGEST;
    }

    /**
     * The chain as statements, of which each but the last keeps in a variable what was said so far.
     *
     * @param before what stands before it in the last statement
     * @param after what stands after it there
     */
    String statements(int indent, String before, String after) {
        String margin = " ".repeat(indent);
        StringBuilder text = new StringBuilder();
        Chain rest = this;
        for (int part = 1; rest.isTooLong(); part++) {
            String start = "var part" + part + " = ";
            Chain now = new Chain(rest.first, rest.head, rest.calls.subList(0, LONGEST));
            text.append(margin + start + now.text(indent, indent + start.length()) + ";\n");
            rest = on(Code.raw("part" + part)).then(rest.calls.subList(LONGEST, rest.calls.size()));
        }
        return text + margin + before + rest.text(indent, indent + before.length()) + after;
    }

    private List<Code> pieces() {
        return Stream.<Stream<? extends Code>>of(Stream.of(first), head.stream(), calls.stream())
                .<Code>flatMap(pieces -> pieces)
                .toList();
    }

    @Override
    public Set<String> imports() {
        return Code.imports(pieces());
    }

    @Override
    public String text(int indent, int before) {
        String flat = pieces().stream().map(Code::flat).collect(Collectors.joining("."));
        if (before + flat.length() <= Call.WIDTH && !flat.contains("\n")) {
            return flat;
        }
        StringBuilder text = new StringBuilder(first.text(indent, before));
        head.forEach(call -> text.append('.').append(call.text(indent, before + text.length() + 1)));
        int deeper = indent + Call.CONTINUATION;
        for (int i = 0; i < calls.size(); i++) {
            boolean alone = calls.size() == 1 && calls.get(0).arguments().size() == 1;
            text.append(alone ? "." : "\n" + " ".repeat(deeper) + '.');
            text.append(calls.get(i).text(alone ? indent : deeper, alone ? before + text.length() : deeper + 1));
        }
        return text.toString();
    }
}
