package dev.varve.source;

import dev.varve.sql.QualifiedName;
import java.util.Collection;
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

    /** Names with commas between them, as arguments take them. */
    public static Code list(Collection<String> names) {
        return Code.raw(names.stream().map(name -> Code.string(name).flat()).collect(Collectors.joining(", ")));
    }
}
