package dev.varve.timescale;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The first two revisions of {@link MarketStory}, for tests of other packages that go on from there. */
public final class MarketStoryRevisions {

    private MarketStoryRevisions() {}

    /** The extension and the schema. */
    @Revision(id = "0001", database = MarketStory.DATABASE_NAME)
    public static final class Begin implements Migration {

        @Override
        public void define(Changes changes) {
            new MarketStory.Begin().define(changes);
        }
    }

    /** Trades and their hours. */
    @Revision(id = "0002", database = MarketStory.DATABASE_NAME, dependsOn = Begin.class)
    public static final class Trades implements Migration {

        @Override
        public void define(Changes changes) {
            new MarketStory.CreateTrades().define(changes);
        }
    }

    /** A migrator over these and others. */
    public static Migrator migrator(
            DataSource source, MigrationListener listener, List<Class<? extends Migration>> others) {
        List<Class<? extends Migration>> all = new ArrayList<>(List.of(Begin.class, Trades.class));
        all.addAll(others);
        return Migrator.builder()
                .database(MarketStory.DATABASE_NAME, source)
                .migrations(all)
                .listener(listener)
                .build();
    }
}
