package dev.varve.source;

import dev.varve.diff.OrderOfUse;
import dev.varve.diff.TableDifference;
import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.SchemaModel;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.SetPrivileges;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a database holds as models: a class for each table, and one for everything else. */
public final class ModelTexts {

    private final String name;
    private final Database state;
    private final Source source;
    private final List<Table> tables;
    private final ModelNames names;

    private ModelTexts(String name, Database state, NamingConvention naming, Imports imported) {
        this.name = name;
        this.state = state;
        this.source = Source.of(state, naming);
        this.tables = OrderOfUse.of(state).stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
        this.names = ModelNames.of(tables, imported);
    }

    /** The models of a database of that name in that state. */
    public static List<ModelText> of(String name, Database state, NamingConvention naming) {
        NamingConvention certain = certain(naming);
        ModelTexts texts = new ModelTexts(name, state, certain, new Imports(Set.of()));
        List<ModelText> all = texts.all();
        Imports imported = new Imports(
                all.stream().flatMap(text -> text.imports().stream()).collect(Collectors.toSet()));
        return texts.names.hasAnyOf(imported) ? new ModelTexts(name, state, certain, imported).all() : all;
    }

    /** What another convention than that of a model would call it is written, so that both know it by the same name. */
    private static NamingConvention certain(NamingConvention naming) {
        return (kind, table, parts) -> {
            String standard = NamingConvention.STANDARD.shortName(kind, table, parts);
            return naming.shortName(kind, table, parts).equals(standard) ? standard : "";
        };
    }

    private List<ModelText> all() {
        List<ModelText> all = new ArrayList<>();
        Set<ObjectId<?>> seen = new LinkedHashSet<>();
        for (Table table : tables) {
            all.add(new TableModelForm(name, table, Collections.unmodifiableSet(seen), state, names, source.fresh())
                    .text());
            seen.add(table.id());
        }
        all.addAll(rest());
        return all;
    }

    private List<ModelText> rest() {
        Stream<Operation> objects = OrderOfUse.of(state).stream()
                .filter(object -> !(object instanceof Table) && !isSaidByTable(object))
                .flatMap(object -> creating(object).stream());
        Stream<Operation> ofHeirs =
                tables.stream().flatMap(heir -> TableDifference.ofHeir(Inheritance.made(heir, state), heir));
        List<MigrationText.Said> said = Stream.concat(objects, ofHeirs)
                .flatMap(operation -> source.in(before(operation)).sentences(operation).stream())
                .map(sentence -> new MigrationText.Said(sentence.text(8), sentence.imports()))
                .toList();
        return said.isEmpty() ? List.of() : declaring(new MigrationText(source.words(), said).readableParts());
    }

    private boolean isSaidByTable(SchemaObject object) {
        return object instanceof Index index && index.on().type() == Table.class
                || object instanceof Comment comment
                        && state.get(comment.on()) instanceof Table table
                        && TableForm.says(comment, table)
                || object instanceof ReplicaIdentity identity && identity.on().type() == Table.class;
    }

    private List<ModelText> declaring(List<MigrationText> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> declaring(
                        parts.get(i), parts.size() == 1 ? "" : ", part " + (i + 1) + " of " + parts.size(), i))
                .toList();
    }

    private ModelText declaring(MigrationText part, String which, int number) {
        Set<String> imports = new TreeSet<>(part.imports());
        imports.addAll(List.of(Changes.class.getName(), Model.class.getName(), SchemaModel.class.getName()));
        String className = names.otherClass(name + " objects" + (which.isEmpty() ? "" : number + 1));
        return new ModelText(className, imports, """
                /** What %s holds beside tables%s. */
                @Model(database = %s)
                public final class %s implements SchemaModel {

                    @Override
                    public void declare(Changes changes) {
                %s    }
                }
                """.formatted(
                        new JavaComment(name).line(), which, Code.string(name).flat(), className, part.statements()));
    }

    private static List<Operation> creating(SchemaObject object) {
        return creating(object, SchemaModules.all().objectType(object.id().type()));
    }

    private static <O extends SchemaObject> List<Operation> creating(SchemaObject object, ObjectType<O> type) {
        return type.create(type.type().cast(object), Database.empty());
    }

    /** What is granted is said from the beginning. */
    private Database before(Operation operation) {
        return operation instanceof SetPrivileges set
                        && state.has(set.privileges().id())
                ? state.minus(set.privileges().id())
                : state;
    }
}
