package dev.varve.source;

import dev.varve.sql.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How names are written. */
public final class Names {

    private Names() {}

    /** A word that names something in a schema: {@code table("orders").inSchema("trading")}. */
    public static Chain of(String word, QualifiedName name) {
        return in(name, Chain.of(word, name.name()));
    }

    /** A chain that says in which schema the thing is, unless it is {@code public} or lives in none. */
    public static Chain in(QualifiedName name, Chain chain) {
        boolean isUsual = name.schema().isEmpty() || name.schema().equals("public");
        return isUsual ? chain : chain.head("inSchema", name.schema());
    }

    /** A word that takes a schema and a name: {@code handler("shop", "call_handler")}. */
    public static Call call(String word, QualifiedName name) {
        return Call.of(word, name.schema().isEmpty() ? "pg_catalog" : name.schema(), name.name());
    }

    /** The same word, if there is something to name. */
    public static List<Call> calls(String word, Optional<QualifiedName> name) {
        return name.map(n -> call(word, n)).stream().toList();
    }

    /** Names with commas between them, as arguments take them. */
    public static Code list(Collection<String> names) {
        return Code.raw(names.stream().map(name -> Code.string(name).flat()).collect(Collectors.joining(", ")));
    }
}
