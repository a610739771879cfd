package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.TextSearchTemplate;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A text search template as it is written; with its name alone it stands for one that is already there. */
public record TextSearchTemplateSpec(TextSearchTemplate template) implements Named, Creation, Replacement {

    static TextSearchTemplateSpec of(String name) {
        QualifiedName simple = QualifiedName.of("pg_catalog", "dsimple_lexize");
        return new TextSearchTemplateSpec(
                new TextSearchTemplate(QualifiedName.of("public", name), simple, Optional.empty()));
    }

    /** Puts the template into a schema. */
    public TextSearchTemplateSpec inSchema(String schema) {
        return new TextSearchTemplateSpec(template.named(template.name().inSchema(schema)));
    }

    /** Tells what a token means by a function of that schema. */
    public TextSearchTemplateSpec lexize(String schema, String function) {
        return new TextSearchTemplateSpec(
                new TextSearchTemplate(template.name(), QualifiedName.of(schema, function), template.init()));
    }

    /** Reads the options of a dictionary by a function of that schema. */
    public TextSearchTemplateSpec init(String schema, String function) {
        return new TextSearchTemplateSpec(new TextSearchTemplate(
                template.name(), template.lexize(), Optional.of(QualifiedName.of(schema, function))));
    }

    @Override
    public ObjectId<TextSearchTemplate> id() {
        return template.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(template));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(template);
    }
}
