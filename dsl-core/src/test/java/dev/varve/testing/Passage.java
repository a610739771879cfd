package dev.varve.testing;

import dev.varve.model.Database;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.plan.Inverse;
import dev.varve.sql.Statement;
import java.util.List;

/** Operations one after the other as if they were one, taken back as a revision is. */
public record Passage(Journey journey) implements Operation {

    /** The operations, which find the state that those before them left. */
    public Passage(String description, List<Operation> operations) {
        this(new Journey(description, operations));
    }

    @Override
    public String description() {
        return journey.description();
    }

    @Override
    public Footprint footprint() {
        return journey.footprint();
    }

    @Override
    public List<Statement> statements(Database before) {
        return journey.statements(before);
    }

    @Override
    public Database after(Database before) {
        return journey.after(before);
    }

    @Override
    public Reversal reversal(Database before) {
        Inverse inverse = Inverse.of(journey.operations(), before);
        return inverse.isPossible()
                ? Reversal.losing(inverse.lost(), inverse.operations())
                : new Reversal.Impossible(String.join("; ", inverse.obstacles()));
    }
}
