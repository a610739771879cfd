package dev.varve.cli.unwritten;

import static dev.varve.dsl.Types.bigint;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import org.jooq.Record;
import org.jooq.TableField;

/** A model of a database of which there is no revision yet. */
@Model(database = "diary")
public final class Notes extends PlainModel {

    private static final long serialVersionUID = 1L;

    public final transient TableField<Record, Long> id = column("id", bigint().primaryKey());

    private Notes() {
        super("notes");
    }
}
