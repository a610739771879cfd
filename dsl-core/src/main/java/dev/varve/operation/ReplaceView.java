package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.View;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * Gives a view another query: {@code create or replace view ...}. PostgreSQL takes it only if the old columns stay, in order; new
 * ones may follow. The way back therefore drops and creates the view, unless something else uses it.
 */
public record ReplaceView(View view) implements Operation {

    @Override
    public String description() {
        return "replace " + view.id();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(view.id());
    }

    @Override
    public List<Statement> statements(Database before) {
        View old = before.find(view.id()).orElse(view);
        return view.alteration(old, before)
                .filter(statements -> !statements.isEmpty())
                .orElseGet(() -> view.replacement(old));
    }

    @Override
    public Database after(Database before) {
        return before.alter(view.id(), view::replacing);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RecreateObject(before.get(view.id())));
    }
}
