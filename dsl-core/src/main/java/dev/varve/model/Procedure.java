package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A procedure, which is called by a statement of its own and may end transactions (<a
 * href="https://www.postgresql.org/docs/current/sql-createprocedure.html">documentation</a>).
 */
public record Procedure(QualifiedName name, List<Argument> arguments, RoutineTraits traits, RoutineBody body)
        implements Routine {

    public Procedure {
        arguments = List.copyOf(arguments);
    }

    /** A procedure in PL/pgSQL that takes and does nothing. */
    public static Procedure of(QualifiedName name) {
        return new Procedure(name, List.of(), RoutineTraits.PLAIN, new RoutineBody.Text("plpgsql", ""));
    }

    @Override
    public Procedure taking(List<Argument> others) {
        return new Procedure(name, others, traits, body);
    }

    /** The same procedure with its text in another language. */
    public Procedure writtenIn(String language) {
        return doing(body.in(language));
    }

    /** The same procedure, running in another way. */
    public Procedure running(RoutineTraits other) {
        return new Procedure(name, arguments, other, body);
    }

    /** The same procedure with another text in its language. */
    public Procedure doing(String text) {
        return doing(new RoutineBody.Text(body.language(), text, body.checked()));
    }

    @Override
    public Procedure doing(RoutineBody other) {
        return new Procedure(name, arguments, traits, other);
    }

    /** The id of the procedure with these argument types. */
    public static ObjectId<Procedure> id(QualifiedName name, List<TypeName> argumentTypes) {
        return new ObjectId<>(Procedure.class, name, Routine.detail(argumentTypes));
    }

    @Override
    public ObjectId<Procedure> id() {
        return id(name, Argument.inputTypes(arguments));
    }

    @Override
    public Procedure named(QualifiedName other) {
        return new Procedure(other, arguments, traits, body.ofRenamed(name.name(), other.name(), arguments));
    }

    @Override
    public Procedure following(Rename rename) {
        return new Procedure(
                rename.followSchema(name),
                arguments.stream()
                        .map(argument -> argument.following(id(), rename))
                        .toList(),
                traits.following(rename),
                body.following(id(), rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        return defining(definition("create procedure"));
    }

    private Sql definition(String words) {
        return Sql.of(words + " {}({})", name, Sql.join(", ", arguments))
                .then(body.languageClause())
                .then(Sql.join("", traits.clauses()))
                .then(body.clause());
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Procedure old = (Procedure) from;
        if (running(old.traits).equals(old) && traits.canBeAlteredFrom(old.traits)) {
            return Optional.of(altering(traits.changes(old.traits)));
        }
        return Optional.of(defining(definition("create or replace procedure")))
                .filter(statements -> takesAndGivesAs(old));
    }

    /** Without {@code in} PostgreSQL would also look for one that gives some of these. */
    @Override
    public Sql address() {
        List<Sql> inputs = Argument.inputTypes(arguments).stream()
                .map(type -> Sql.of("in {}", type))
                .toList();
        return Sql.of("procedure {}({})", name, Sql.join(", ", inputs));
    }
}
