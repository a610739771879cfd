package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.Postgres;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the forms need to write: the forms of everything else, the state in which an operation finds the database, and the convention by
 * which names need not be written. It remembers whose words were used.
 */
public final class Source {

    private final SourceForms forms;
    private final Database before;
    private final NamingConvention naming;
    private final Set<Class<?>> used;

    private Source(SourceForms forms, Database before, NamingConvention naming, Set<Class<?>> used) {
        this.forms = forms;
        this.before = before;
        this.naming = naming;
        this.used = used;
    }

    static Source of(Database before, NamingConvention naming) {
        return new Source(SourceForms.all(), before, naming, new LinkedHashSet<>());
    }

    /** The same in another state. */
    Source in(Database state) {
        return new Source(forms, state, naming, used);
    }

    /** The same with no words used yet. */
    Source fresh() {
        return new Source(forms, before, naming, new LinkedHashSet<>());
    }

    /** The class that the model of a table extends whose words were used. */
    Class<?> tableModel() {
        return forms.tableModel(used);
    }

    /** The database as the operation finds it. */
    public Database before() {
        return before;
    }

    /** The names that need not be written. */
    public NamingConvention naming() {
        return naming;
    }

    /** What an object is called. */
    public <O extends SchemaObject> Code name(ObjectId<O> id) {
        if (!hasWords(id.type())) {
            return new ImportingCode(
                    Code.raw("() -> " + RecordForm.of(id).flat()),
                    RecordForm.of(id).imports());
        }
        return forms.object(id.type(), used).name(id, this);
    }

    /** How an object is made. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its objects
    public <O extends SchemaObject> Code definition(O object) {
        return forms.object((Class<O>) object.getClass(), used).definition(object, this);
    }

    /** What makes an object if not the word {@code create}. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its objects
    <O extends SchemaObject> Optional<Sentence> making(O object) {
        return hasWords(object.getClass())
                ? forms.object((Class<O>) object.getClass(), used).making(object, this)
                : Optional.empty();
    }

    /** What removes an object if not the word {@code drop}. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its objects
    <O extends SchemaObject> Optional<Sentence> removing(O object) {
        return hasWords(object.getClass())
                ? forms.object((Class<O>) object.getClass(), used).removing(object, this)
                : Optional.empty();
    }

    /** Whether there are words for what objects of that class are called. */
    boolean hasWords(Class<?> type) {
        return forms.types().contains(type);
    }

    /** Whether there are words for all of an object. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its objects
    <O extends SchemaObject> boolean says(O object) {
        return hasWords(object.getClass())
                && forms.object((Class<O>) object.getClass(), used).says(object);
    }

    /** The words about a table of which that is a fact. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its facts
    public <F extends Facet> List<Call> words(F facet) {
        return forms.facet((Class<F>) facet.getClass(), used).words(facet, this);
    }

    /** The words about a new table of which that is a fact. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its facts
    <F extends Facet> List<Call> words(F facet, Table table) {
        return forms.facet((Class<F>) facet.getClass(), used).words(facet, table, this);
    }

    /** The word by which something of that class is a fact about a table no more. */
    public Call end(Class<? extends Facet> facet) {
        return forms.facet(facet, used).end();
    }

    /** What a migration says of an operation. */
    @SuppressWarnings("unchecked") // a form is registered under the class of its operations
    public <P extends Operation> List<Sentence> sentences(P operation) {
        if (!hasWords(operation.getClass())) {
            return List.of(Sentence.adding(operation));
        }
        return forms.operation((Class<P>) operation.getClass(), used).sentences(operation, this);
    }

    /** A type, as a column has it. */
    public Code type(TypeName type) {
        return TypeWords.of(type);
    }

    /** The classes whose static words the text needs: those of a module have the words of core too. */
    Set<String> words() {
        Set<String> imports = new TreeSet<>();
        used.stream()
                .filter(words -> used.stream().noneMatch(other -> other != words && extendsWordsOf(other, words)))
                .forEach(words -> imports.add("static " + words.getCanonicalName() + ".*"));
        return imports;
    }

    private static boolean extendsWordsOf(Class<?> other, Class<?> words) {
        return words == Postgres.class && other.getSuperclass() == Postgres.class.getSuperclass();
    }
}
