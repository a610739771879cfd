package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Brings an extension to another version: {@code alter extension hstore update to '1.8'}. The way back leaves it there, because extensions
 * rarely ship a script that leads back.
 *
 * @param version the one that the server prefers if empty
 */
public record UpdateExtension(ObjectId<Extension> extension, Optional<String> version) implements Operation {

    @Override
    public String description() {
        return "update " + extension + version.map(v -> " to " + v).orElse("");
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(extension);
    }

    @Override
    public List<Statement> statements(Database before) {
        return Extension.maker(extension.name().name(), before)
                .map(maker -> maker.update(extension.name().name(), version))
                .orElseGet(this::updating);
    }

    private List<Statement> updating() {
        Sql update = Sql.of("alter extension {} update", extension.name());
        return List.of(Statement.of(
                version.map(v -> update.then(Sql.of(" to {}", Literal.text(v)))).orElse(update), LockMode.NONE));
    }

    @Override
    public Database after(Database before) {
        before.get(extension);
        return before;
    }

    @Override
    public Reversal reversal(Database before) {
        return new Reversal.Lossy(List.of(), List.of("the version that " + extension + " had"));
    }
}
