package dev.varve.dsl;

import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateRole;
import dev.varve.operation.DropObject;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.ExecuteSql.StatedReversal;
import dev.varve.operation.Operation;
import dev.varve.operation.Recreatable;
import dev.varve.operation.RefreshMaterializedView;
import dev.varve.operation.Reindex;
import dev.varve.operation.ReindexConcurrently;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetOwner;
import dev.varve.operation.SetSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Where a migration says what changes; everything is recorded in the order in which it is said. Not safe for several threads. */
public final class Changes {

    private final NamingConvention naming;
    private final List<Operation> operations = new ArrayList<>();

    /** A record of changes that takes the names that nobody wrote from a convention. */
    public Changes(NamingConvention naming) {
        this.naming = naming;
    }

    /** Makes something. */
    public void create(Creation... creations) {
        Arrays.stream(creations).forEach(creation -> creation.operations(naming).forEach(this::add));
    }

    /** Removes an object with everything that it owns, but nothing that others made of it. */
    public void drop(Named... objects) {
        Arrays.stream(objects).forEach(object -> add(new DropObject(object.id())));
    }

    /** Changes something with the words that it has for that. */
    public <A> A alter(Alterable<A> object) {
        return object.alteration(this);
    }

    /** Puts another query or body in the place of the one that has its name. */
    public void replace(Replacement replacement) {
        add(replacement.replacement());
    }

    /** Drops an object and makes it anew as it is written, with everything that it owned: its comments, privileges and indexes. */
    public void recreate(Creation creation) {
        creation.operations(naming).forEach(operation -> add(recreated(operation)));
    }

    private static Operation recreated(Operation operation) {
        return operation instanceof Recreatable creation ? creation.recreating() : operation;
    }

    /**
     * Says of the change just recorded that what stands in its way, such as a view over the column whose type changes, is dropped before
     * it and made again after it, with everything that it had.
     */
    public void cascadeRecreate() {
        replaceLast(new CascadeRecreate(last()));
    }

    /** The same, where it may be lost what is held of rows that are gone. */
    public void cascadeRecreateLosing() {
        Operation last = last();
        replaceLast(new CascadeRecreate(last instanceof CascadeRecreate around ? around.operation() : last, true));
    }

    /** Gives an object another name in its schema. */
    public void rename(Named object, String to) {
        add(new RenameObject(object.id(), to));
    }

    /** Moves an object to another schema. */
    public void move(Named object, String schema) {
        add(new SetSchema(object.id(), schema));
    }

    /** Says what an object is for. */
    public void comment(Named object, String text) {
        add(new SetComment(object.id(), "", Optional.of(text)));
    }

    /** Removes the comment of an object. */
    public void noComment(Named object) {
        add(new SetComment(object.id(), "", Optional.empty()));
    }

    /** Says what a column of a view or another relation is for. */
    public void commentOnColumn(Named relation, String column, String text) {
        add(new SetComment(relation.id(), column, Optional.of(text)));
    }

    /** Removes the comment of a column of a view or another relation. */
    public void noCommentOnColumn(Named relation, String column) {
        add(new SetComment(relation.id(), column, Optional.empty()));
    }

    /** Gives an object to another role. */
    public void owner(Named object, String role) {
        add(new SetOwner(object.id(), Optional.of(role)));
    }

    /** Gives an object back to the role that runs the migrations. */
    public void noOwner(Named object) {
        add(new SetOwner(object.id(), Optional.empty()));
    }

    /** Grants privileges to roles; {@code "public"} is everybody. */
    public void grant(PrivilegeSpec privileges, String... roles) {
        privileges.granted(roles).forEach(this::add);
    }

    /** Revokes privileges from roles; {@code "public"} is everybody. */
    public void revoke(PrivilegeSpec privileges, String... roles) {
        privileges.revoked(roles).forEach(this::add);
    }

    /** Lets roles have these privileges by default and no others; {@code "public"} is everybody. */
    public void defaultPrivileges(DefaultPrivilegeSpec privileges, String... roles) {
        Arrays.stream(roles).forEach(role -> add(privileges.to(role)));
    }

    /** Makes a role that cannot log in, unless the server has one of that name; the way back leaves it there. */
    public void createRole(String name) {
        add(new CreateRole(name));
    }

    /** Computes the rows of a materialized view anew. */
    public void refresh(MaterializedViewSpec view) {
        add(new RefreshMaterializedView(view.id()));
    }

    /** Computes the rows of a materialized view anew while it is read. */
    public void refreshConcurrently(MaterializedViewSpec view) {
        add(new RefreshMaterializedView(view.id(), RefreshMaterializedView.Manner.CONCURRENTLY));
    }

    /** Throws away the rows of a materialized view, which cannot be read before it is refreshed again. */
    public void refreshWithNoData(MaterializedViewSpec view) {
        add(new RefreshMaterializedView(view.id(), RefreshMaterializedView.Manner.WITH_NO_DATA));
    }

    /** Builds an index anew while the table is not written. */
    public void reindex(IndexReference index) {
        add(new Reindex(index.id()));
    }

    /** Builds all indexes of a table anew while it is not written. */
    public void reindex(TableReference table) {
        add(new Reindex(table.id()));
    }

    /** Builds all indexes of a materialized view anew. */
    public void reindex(MaterializedViewSpec view) {
        add(new Reindex(view.id()));
    }

    /** Builds an index anew while the table is read and written. */
    public void reindexConcurrently(IndexReference index) {
        add(new ReindexConcurrently(index.id()));
    }

    /** Runs a statement as it is written, with what takes it back. */
    public void execute(String sql, Reversing reversing) {
        add(new ExecuteSql(beginning(sql), List.of(sql), reversing.stated()));
    }

    /** Changes data. Taken back, the data stays as the change left it, which is reported as a loss. */
    public void data(Function<DSLContext, ? extends Query> change) {
        String sql = DataText.of(change);
        add(new ExecuteSql(
                beginning(sql),
                List.of(sql),
                new StatedReversal.Losing("the data as it was before: " + beginning(sql))));
    }

    /** Changes data, with what takes it back. */
    public void data(Function<DSLContext, ? extends Query> change, Reversing reversing) {
        execute(DataText.of(change), reversing);
    }

    private static String beginning(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    /** Records an operation of any kind. */
    public void add(Operation operation) {
        operations.add(operation);
    }

    /** The names for what nobody named. */
    public NamingConvention naming() {
        return naming;
    }

    Operation last() {
        return operations.get(operations.size() - 1);
    }

    void replaceLast(Operation operation) {
        operations.set(operations.size() - 1, operation);
    }

    /** What was recorded so far. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }
}
