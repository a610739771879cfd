package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;

import dev.varve.model.Extension;
import dev.varve.model.Schema;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("laws")
class MoveExtensionTest {

    private static final Extension CITEXT = new Extension("citext", Optional.of("trading"));

    private static OperationLaws moving() {
        return OperationLaws.of(new MoveExtension(CITEXT.id(), "archive")).needing("citext");
    }

    @Test
    void what_nothing_uses_moves_beside_others() {
        moving().given(
                        SCHEMA,
                        new Schema("archive"),
                        CITEXT,
                        table("t", column("a", "text")),
                        view("v", "select t.a from trading.t"))
                .hold();
    }

    @Test
    void to_public_and_back() {
        OperationLaws.of(new MoveExtension(CITEXT.id(), "public"))
                .needing("citext")
                .given(SCHEMA, CITEXT)
                .hold();
    }

    /** Of the schema {@code public} PostgreSQL says something by itself, so that nothing is a comment there. */
    @Test
    void out_of_public_without_its_comment() {
        Extension known = new Extension("citext", Optional.of("public"));
        OperationLaws.of(new MoveExtension(known.id(), "trading"))
                .needing("citext")
                .given(SCHEMA, known)
                .given(new SetComment(Schema.PUBLIC.id(), "", Optional.of("")))
                .hold();
    }

    @Test
    void a_type_of_it_that_a_column_has_could_not_be_followed() {
        moving().given(SCHEMA, new Schema("archive"), CITEXT, table("t", column("a", "trading.citext")))
                .areRefusedBeforehandWith(
                        "The table trading.t names something in schema trading that is not in the history and may be of"
                                + " extension citext, so that it could not follow. Say what the extension brings: schema(\"archive\","
                                + " \"...\"), with the names of the types, functions and operators that are used.");
    }

    @Test
    void what_uses_it_follows_what_it_is_said_to_bring() {
        OperationLaws.of(new MoveExtension(CITEXT.id(), "archive", Set.of("citext", "=")))
                .needing("citext")
                .given(
                        SCHEMA,
                        new Schema("archive"),
                        CITEXT,
                        table("t", column("a", "trading.citext")),
                        view("v", "select t.a operator(trading.=) 'x'::trading.citext as same from trading.t"))
                .hold();
    }
}
