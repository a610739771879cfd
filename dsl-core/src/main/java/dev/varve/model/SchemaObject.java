package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named thing in a database, as an immutable value that knows how it is made and removed.
 *
 * <p>Every kind of object is one implementation; a module adds its own (see {@code dev.varve.spi}). Two objects are equal when
 * PostgreSQL would hold the same.
 */
public interface SchemaObject {

    /** What the object is called. */
    ObjectId<?> id();

    /** What must exist before this object can. */
    Set<ObjectId<?>> requires(Database database);

    /** What it names besides in a text at which PostgreSQL looks only when it runs, or as long as that goes. */
    default Set<ObjectId<?>> mentions(Database database) {
        return Set.of();
    }

    /** The object with which this one vanishes, if there is one. */
    default Optional<ObjectId<?>> owner() {
        return Optional.empty();
    }

    /** The objects with any of which this one vanishes, as far as they are there. */
    default Set<ObjectId<?>> owners() {
        return owner().map(Set::<ObjectId<?>>of).orElse(Set.of());
    }

    /** Whether a state differs from another one that has no such object, or has it otherwise. */
    default boolean isCompared() {
        return true;
    }

    /** The same object before it belongs to its owner, where that needs it. */
    default SchemaObject unowned() {
        return this;
    }

    /** Whether it is found by its name, as something that a text names. */
    default boolean foundByName() {
        return owner().isEmpty();
    }

    /** The names that no other object may have beside this one. */
    default Set<Slot> slots() {
        return Set.of();
    }

    /**
     * Looks for what PostgreSQL would refuse about this object in that database, beyond what {@link #requires} says.
     *
     * @throws RefusedException if there is something
     */
    default void check(Database database) {}

    /** The statements that make the object, in a database that has everything that it requires. */
    List<Statement> creation(Database database);

    /** The statements that remove the object, with everything that it owns. */
    default List<Statement> removal(Database database) {
        return List.of(Statement.of(Sql.of("drop {}", address()), lock()));
    }

    /** The lock that removing or renaming the object takes on a relation. */
    default LockMode lock() {
        return LockMode.NONE;
    }

    /**
     * The statements that turn another object of the same id into this one; empty if PostgreSQL has none, so that the other one has to go
     * before this one can be made.
     */
    default Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.empty();
    }

    /** The statement that gives the object another name in the same schema. */
    default Statement renaming(QualifiedName to) {
        throw new RefusedException(id(), "PostgreSQL cannot rename " + id() + ".");
    }

    /** The statement that moves the object to another schema. */
    default Statement moving(String schema) {
        throw new RefusedException(id(), "PostgreSQL cannot move " + id() + " to another schema.");
    }

    /** The statement that gives the object another name on the server of that database. */
    default Statement renaming(QualifiedName to, Database database) {
        return renaming(to);
    }

    /** The statement that moves the object to another schema on the server of that database. */
    default Statement moving(String schema, Database database) {
        return moving(schema);
    }

    /** The statements that call what PostgreSQL made with the object as it is called now, once it has another name. */
    default List<Statement> renamingAlong(QualifiedName to) {
        return List.of();
    }

    /** The statements that let what came with the object go along to another schema, where PostgreSQL leaves it behind. */
    default List<Statement> movingAlong(String schema) {
        return List.of();
    }

    /** What is called otherwise, too, when the object has another name or another schema. */
    default Optional<Rename> renamedAlong(ObjectId<?> to) {
        return Optional.empty();
    }

    /** A database in which the object has got another name and everything has followed it, with what PostgreSQL leaves as it was called. */
    default Database leavingNames(SchemaObject renamed, Database after) {
        return after;
    }

    /** The same object under another name or in another schema. */
    default SchemaObject named(QualifiedName name) {
        throw new RefusedException(id(), "PostgreSQL cannot rename " + id() + ".");
    }

    /** This object after something that it uses has another name. */
    SchemaObject following(Rename rename);

    /** The statement that gives it to a role, which is the name of one or a word for one. */
    default Statement giving(Sql role, Database database) {
        return Statement.of(Sql.of("alter {} owner to {}", address(), role), lock());
    }

    /** On what kind of thing privileges on the object are granted; none if there are none. */
    default Optional<Grantable> grantable() {
        return Optional.empty();
    }

    /** How {@code grant} addresses the object. */
    default Sql granted() {
        return address();
    }

    /** Whether things come with it that the state does not list, so that nobody can tell who uses them. */
    default boolean bringsStrangers() {
        return false;
    }

    /** What comes into being with the object without being asked for. */
    default List<SchemaObject> comingWith(Database database) {
        return grantable().isPresent() ? DefaultPrivileges.given(this, database) : List.of();
    }

    /**
     * Looks for what the server would refuse about making the object, or do to others then.
     *
     * @throws RefusedException if there is something
     */
    default void checkCreation(Database before) {}

    /** The object as it is once it has come to that database, with what it has from others. */
    default SchemaObject arriving(Database database) {
        return this;
    }

    /** A database in which the object has just become what it is, with what follows from that for others. */
    default Database handingDown(SchemaObject before, Database database) {
        return database;
    }

    /** Whether it can come where another of the same id already is, in whose place it stands then. */
    default boolean replacesOther() {
        return false;
    }

    /** Whether it vanishes with a column of its owner. */
    default boolean vanishesWith(String column, Database database) {
        return false;
    }

    /** Whether PostgreSQL lets a column of a relation neither go nor have another type because of this object. */
    default boolean leansOn(ObjectId<?> relation, String column) {
        return false;
    }

    /** What is gone for good when the object is dropped, in words: empty if its definition is all that there is. */
    default List<String> contents() {
        return List.of();
    }

    /** Whether all that it holds is made from other objects, so that it can be dropped and made again. */
    default boolean isComputed() {
        return contents().isEmpty();
    }

    /**
     * Looks for what would surely be lost if the object were dropped and made again.
     *
     * @param staying what is left when everything has gone that is dropped with it
     * @throws RefusedException if there is something
     */
    default void checkRemaking(Database before, Database staying) {}

    /** The statements that fail, before anything is dropped, if something would be lost by making the object again. */
    default List<Statement> guardingRemaking(Database before, Database staying) {
        return List.of();
    }

    /** How {@code comment on} addresses the object, such as {@code table trading.orders}. */
    default Sql address() {
        return Sql.of(id().kind() + " {}", id().name());
    }
}
