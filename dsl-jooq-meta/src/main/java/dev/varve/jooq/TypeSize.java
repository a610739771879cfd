package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How much a type takes; 0 where nothing is said. */
record TypeSize(int length, int precision, int scale) {

    private static final Set<String> TEXTS = Set.of("varchar", "char", "bpchar", "bit", "\"bit\"", "varbit");
    private static final Set<String> TIMES = Set.of("time", "timetz", "timestamp", "timestamptz");
    /** A time is as precise as that if nobody says otherwise. */
    private static final int MICROSECONDS = 6;

    static TypeSize of(TypeName type) {
        List<Integer> said = Pattern.compile("\\d+")
                .matcher(type.modifiers())
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
        String name = type.name().name();
        if (TEXTS.contains(name)) {
            return new TypeSize(at(0, said, 0), 0, 0);
        }
        return TIMES.contains(name)
                ? new TypeSize(0, at(0, said, type.array() ? 0 : MICROSECONDS), 0)
                : new TypeSize(0, at(0, said, 0), at(1, said, 0));
    }

    private static int at(int place, List<Integer> said, int otherwise) {
        return place < said.size() ? said.get(place) : otherwise;
    }
}
