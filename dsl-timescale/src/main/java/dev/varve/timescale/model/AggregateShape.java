package dev.varve.timescale.model;

import dev.varve.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the query of a continuous aggregate looks like, as far as that can be told from its text for certain. What cannot is left to the
 * server.
 */
final class AggregateShape {

    private static final Set<String> OPENING = Set.of("(", "[");
    private static final Set<String> CLOSING = Set.of(")", "]");
    private static final Set<String> AFTER_GROUPING =
            Set.of("having", "order", "limit", "offset", "fetch", "window", "union", "intersect", "except", "for");

    private final List<String> tokens;
    private final List<Integer> depths;

    private AggregateShape(List<String> tokens) {
        this.tokens = tokens;
        this.depths = depths(tokens);
    }

    static AggregateShape of(Query query) {
        return new AggregateShape(query.tokens());
    }

    private static List<Integer> depths(List<String> tokens) {
        List<Integer> depths = new ArrayList<>();
        int depth = 0;
        for (String token : tokens) {
            depth -= CLOSING.contains(token) ? 1 : 0;
            depths.add(depth);
            depth += OPENING.contains(token) ? 1 : 0;
        }
        return depths;
    }

    /** What no continuous aggregate can have, in words that follow "its query". */
    Optional<String> obstacle() {
        if (tokens.get(0).equals("with")) {
            return Optional.of("begins with \"with\"");
        }
        if (has("select", "distinct")) {
            return Optional.of("selects distinct rows");
        }
        for (String clause : List.of("union", "intersect", "except", "limit", "offset", "fetch", "window")) {
            if (atTop(clause)) {
                return Optional.of("has \"" + clause + "\"");
            }
        }
        return nested().or(this::grouping).or(this::joining);
    }

    private Optional<String> nested() {
        if (hasSubquery("select") || hasSubquery("with")) {
            return Optional.of("has another query in it");
        }
        boolean window = has(")", "over");
        return window ? Optional.of("calls a window function") : Optional.empty();
    }

    /** A lateral one TimescaleDB takes since 2.16. */
    private boolean hasSubquery(String word) {
        return IntStream.range(0, tokens.size() - 1)
                .anyMatch(i -> tokens.get(i).equals("(")
                        && tokens.get(i + 1).equals(word)
                        && (i == 0 || !tokens.get(i - 1).equals("lateral")));
    }

    private Optional<String> grouping() {
        if (groups().isEmpty()) {
            return Optional.of("groups nothing");
        }
        if (has("grouping", "sets") || has("rollup", "(") || has("cube", "(")) {
            return Optional.of("groups its rows in several ways");
        }
        return Optional.empty();
    }

    private Optional<String> joining() {
        if (atTop("tablesample")) {
            return Optional.of("takes a sample");
        }
        if (has("from", "only")) {
            return Optional.of("selects \"from only\"");
        }
        boolean outer = has("right", "join") || has("right", "outer") || has("full", "join") || has("full", "outer");
        return outer ? Optional.of("has a right or full join") : Optional.empty();
    }

    private boolean atTop(String word) {
        return IntStream.range(0, tokens.size())
                .anyMatch(i -> depths.get(i) == 0 && tokens.get(i).equals(word) && isKeyWord(i));
    }

    private boolean has(String first, String second) {
        return IntStream.range(0, tokens.size() - 1)
                .anyMatch(i -> tokens.get(i).equals(first) && tokens.get(i + 1).equals(second) && isKeyWord(i + 1));
    }

    /** A name after a dot or {@code as} is a name whatever it reads. */
    private boolean isKeyWord(int i) {
        return i == 0 || !Set.of(".", "as").contains(tokens.get(i - 1));
    }

    /** The tokens of each item of {@code group by}. */
    private List<List<String>> groups() {
        int start = IntStream.range(0, tokens.size() - 1)
                .filter(i -> depths.get(i) == 0
                        && tokens.get(i).equals("group")
                        && tokens.get(i + 1).equals("by"))
                .findFirst()
                .orElse(-1);
        return start < 0 ? List.of() : items(start + 2, end(start + 2, AFTER_GROUPING));
    }

    /** The tokens of each item that is selected. */
    private List<List<String>> selected() {
        return items(1, end(1, Set.of("from")));
    }

    private int end(int from, Set<String> words) {
        return IntStream.range(from, tokens.size())
                .filter(i -> depths.get(i) == 0 && words.contains(tokens.get(i)) && isKeyWord(i))
                .findFirst()
                .orElse(tokens.size());
    }

    private List<List<String>> items(int from, int to) {
        List<List<String>> items = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (depths.get(i).equals(depths.get(from)) && tokens.get(i).equals(",")) {
                items.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        items.add(tokens.subList(start, to));
        return items;
    }

    /** Whether rows are told apart by more than the time. */
    boolean groupsByMore() {
        return groupedColumns() > 0;
    }

    /** By how many columns rows are told apart beside the time. */
    int groupedColumns() {
        return groups().size() - 1;
    }

    /** The call by which rows are grouped, if there is exactly one that is selected or grouped by. */
    Optional<BucketCall> bucket() {
        List<BucketCall> calls = new ArrayList<>();
        selected().forEach(item -> call(item).ifPresent(calls::add));
        groups().forEach(item -> call(item).ifPresent(calls::add));
        return calls.stream().distinct().count() == 1 ? Optional.of(calls.get(0)) : Optional.empty();
    }

    /** What the column of the buckets is called, if they are selected. */
    Optional<String> bucketColumn() {
        return selected().stream()
                .filter(item -> call(item).isPresent())
                .map(item -> name(item.get(item.size() - 1)))
                .findFirst();
    }

    /** What its columns are called, if every one of them can be told. */
    Optional<Set<String>> columns() {
        List<Optional<String>> names =
                selected().stream().map(AggregateShape::column).toList();
        return names.stream().allMatch(Optional::isPresent)
                ? Optional.of(names.stream().map(Optional::get).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Optional<String> column(List<String> item) {
        int size = item.size();
        boolean aliased = size > 2 && item.get(size - 2).equals("as");
        boolean plain = size == 1 || size == 3 && item.get(1).equals(".");
        return aliased || plain || call(item).isPresent() ? Optional.of(name(item.get(size - 1))) : Optional.empty();
    }

    private static String name(String last) {
        if (last.equals(")")) {
            return "time_bucket";
        }
        return last.startsWith("\"") ? last.substring(1, last.length() - 1).replace("\"\"", "\"") : last;
    }

    /** The call if the item is one and nothing else but its name. */
    private static Optional<BucketCall> call(List<String> item) {
        int at = item.indexOf("time_bucket");
        boolean begins = at == 0 || at == 2 && item.get(1).equals(".");
        if (!begins || item.size() < at + 3 || !item.get(at + 1).equals("(")) {
            return Optional.empty();
        }
        AggregateShape inner = new AggregateShape(item.subList(at + 2, item.size()));
        int end = inner.depths.indexOf(-1);
        List<String> rest = end > 0 ? inner.tokens.subList(end + 1, inner.tokens.size()) : List.of();
        boolean alone = rest.size() < 2 || rest.size() == 2 && rest.get(0).equals("as");
        return end > 0 && alone ? Optional.of(BucketCall.of(inner.items(0, end))) : Optional.empty();
    }
}
