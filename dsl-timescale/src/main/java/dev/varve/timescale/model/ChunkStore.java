package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.util.Locale;

/**
 * How the rows of a chunk are stored, compressed or not (<a
 * href="https://docs.timescale.com/api/latest/hypercore/convert_to_columnstore/">documentation</a>).
 */
public enum ChunkStore {
    /** By columns, which is what compresses them. */
    COLUMNSTORE("compress", "if_not_compressed", "if_not_columnstore"),
    /** By rows, as PostgreSQL does. */
    ROWSTORE("decompress", "if_compressed", "if_columnstore");

    /** The first 2.minor with the procedures that have these names. */
    private static final int NAMED = 18;

    private final String verb;
    private final String oldCondition;
    private final String condition;

    ChunkStore(String verb, String oldCondition, String condition) {
        this.verb = verb;
        this.oldCondition = oldCondition;
        this.condition = condition;
    }

    /** What is done to a chunk to store it so: {@code compress} or {@code decompress}. */
    public String verb() {
        return verb;
    }

    /** The statement of PL/pgSQL that stores a chunk so unless it is stored so already. */
    Sql storing(Sql chunk, Database database) {
        return TimescaleEdition.of(database).version().atLeast(NAMED)
                ? Sql.of("call {}", named(chunk).in(database))
                : Sql.of("perform {}", old(chunk).in(database));
    }

    private TimescaleCall named(Sql chunk) {
        return TimescaleCall.of("convert_to_" + name().toLowerCase(Locale.ROOT))
                .with("chunk", chunk)
                .with(condition, Literal.of(true));
    }

    private TimescaleCall old(Sql chunk) {
        return TimescaleCall.of(verb + "_chunk")
                .with("uncompressed_chunk", chunk)
                .with(oldCondition, Literal.of(true));
    }
}
