package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Makes a sequence count differently: {@code alter sequence trading.tickets start 1 increment 10 ...}; its position stays. */
public record AlterSequence(ObjectId<Sequence> sequence, SequenceOptions options) implements Operation {

    @Override
    public String description() {
        return "alter " + sequence;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(sequence);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of("alter sequence {} {}", sequence.name(), options.complete()), LockMode.SHARE_ROW_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        return before.alter(sequence, s -> s.counting(options));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new AlterSequence(sequence, before.get(sequence).options()));
    }
}
