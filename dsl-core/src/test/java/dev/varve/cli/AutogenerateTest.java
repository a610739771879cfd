package dev.varve.cli;

import static dev.varve.cli.modelled.Accounts.ACCOUNTS;
import static dev.varve.cli.modelled.Orders.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.loud.LoudModel;
import dev.varve.cli.modelled.Accounts;
import dev.varve.cli.modelled.CreateTrading;
import dev.varve.cli.modelled.Orders;
import dev.varve.cli.modelled.TradingViews;
import dev.varve.cli.unwritten.Notes;
import dev.varve.diff.Difference;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.plan.Models;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.SourceFolder;
import dev.varve.testing.TestServers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AutogenerateTest {

    @RegisterExtension
    static final FreshDatabase SHOP = FreshDatabase.on(TestServers::postgres);

    private static final String QUESTION = "trading.orders.qty is gone, and quantity has come. Is it the same under"
            + " another name, so that its contents stay? [y/N] ";

    @TempDir
    Path folder;

    private CommandRun revision(String... arguments) {
        return run(asking(arguments));
    }

    private String[] asking(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "revision",
                "-a",
                "-m",
                "Follow the models",
                "-d",
                "shop",
                "--id",
                "0002",
                "--sources",
                folder.toString()));
        all.addAll(List.of("--package", "generated"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(VarveCli.of(CreateTrading.class), Map.of("VARVE_SHOP_URL", SHOP.url()), arguments);
    }

    private Migrator migrator() {
        List<Class<? extends Migration>> migrations = new ArrayList<>(List.of(CreateTrading.class));
        migrations.addAll(new SourceFolder(folder).migrations());
        return Migrator.builder()
                .database("shop", SHOP.dataSource())
                .migrations(migrations)
                .build();
    }

    private static Database modelled() {
        return new Models(List.of(Orders.class, TradingViews.class, Accounts.class), NamingConvention.STANDARD)
                .state("shop");
    }

    @Test
    void a_rename_of_nothing_is_refused() {
        CommandRun run = revision("--rename", "trading.orders.qty=quantity", "--rename", "nonsense");

        assertThat(run.err())
                .contains("Nothing has gone and come that --rename nonsense could mean.", "Nothing was written.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void renames_are_asked_for_and_never_guessed() {
        CommandRun run = revision();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                Something is gone and something like it has come. Say which it is:
                  --rename trading.orders.qty=quantity    or  --no-rename trading.orders.qty
                Nothing was written.
                """);
        assertThat(new SourceFolder(folder).files()).isEmpty();
    }

    /** What somebody at a terminal is asked, when the lines are what is typed. */
    private CommandRun answered(List<String> questions, List<String> lines, String... arguments) {
        Iterator<String> next = lines.iterator();
        Respondent respondent = question -> {
            questions.add(question);
            return next.hasNext() ? Optional.of(next.next()) : Optional.empty();
        };
        return CommandRun.of(
                VarveCli.of(CreateTrading.class).answering(respondent),
                Map.of("VARVE_SHOP_URL", SHOP.url()),
                asking(arguments));
    }

    @Test
    void who_sits_at_a_terminal_is_asked_about_renames() {
        List<String> questions = new ArrayList<>();
        CommandRun run = answered(questions, List.of("what?", "Yes"));

        assertThat(run.err()).isEmpty();
        assertThat(questions).containsExactly(QUESTION, "Say y for yes or n for no: ");
        assertThat(new SourceFolder(folder).text("generated.FollowTheModels"))
                .contains(".renameColumn(\"qty\", \"quantity\")")
                .doesNotContain("dropColumn(\"qty\")");
    }

    @Test
    void an_empty_answer_is_no() {
        List<String> questions = new ArrayList<>();
        CommandRun run = answered(questions, List.of(""));

        assertThat(run.err()).isEmpty();
        assertThat(questions).containsExactly(QUESTION);
        assertThat(new SourceFolder(folder).text("generated.FollowTheModels"))
                .contains(".dropColumn(\"qty\")", ".addColumn(\"quantity\"")
                .doesNotContain("rename");
    }

    @Test
    void what_is_answered_already_is_not_asked() {
        List<String> questions = new ArrayList<>();

        assertThat(answered(questions, List.of(), "--no-rename", "trading.orders.qty")
                        .exitCode())
                .isZero();
        assertThat(questions).isEmpty();
    }

    @Test
    void nobody_who_answers_is_nobody() {
        assertThat(answered(new ArrayList<>(), List.of()).err()).contains("--no-rename trading.orders.qty");
        List<String> questions = new ArrayList<>();
        assertThat(answered(questions, List.of("y"), "--no-input").err()).contains("--no-rename trading.orders.qty");
        assertThat(questions).isEmpty();
    }

    @Test
    void the_revision_says_what_leads_to_the_models() {
        CommandRun run = revision("--rename", "trading.orders.qty=quantity");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("FollowTheModels.java (revision 0002 of shop, after 0001).\n");
        assertThat(new SourceFolder(folder).text("generated.FollowTheModels")).isEqualTo("""
                package generated;

                import static dev.varve.dsl.Postgres.*;
                import static dev.varve.dsl.Types.*;

                import dev.varve.dsl.Changes;
                import dev.varve.dsl.Migration;
                import dev.varve.revision.Revision;

                /** Follow the models. */
                @Revision(id = "0002", database = "shop", dependsOn = dev.varve.cli.modelled.CreateTrading.class)
                public final class FollowTheModels implements Migration {

                    @Override
                    public void define(Changes changes) {
                        changes.alter(table("orders").inSchema("trading")).renameColumn("qty", "quantity");
                        changes.create(table("accounts").inSchema("trading")
                                .column("id", bigint().identity().primaryKey())
                                .column("owner", varchar(20).notNull().unique()));
                        // Deletes data: drop column legacy from trading.orders
                        // Fails if there are rows, which would have no value: add column account_id to trading.orders
                        changes.alter(table("orders").inSchema("trading"))
                                .alterColumn("quantity", defaultTo(sql("1")))
                                .dropColumn("legacy")
                                .addColumn("account_id", bigint().notNull())
                                .addColumn("venue", varchar(10).notNull().defaultTo("XNAS"))
                                .addColumn("placed_at", timestamptz().notNull().defaultTo(sql("now()")))
                                .addForeignKey("account_id", reference(table("accounts").inSchema("trading"), "id").onDelete(CASCADE));
                        changes.comment(table("orders").inSchema("trading"), "What clients want");
                        changes.alter(table("orders").inSchema("trading"))
                                .addIndex(on(desc("placed_at")))
                                .alterColumn("price", type(numeric(20, 8)))
                                .cascadeRecreate()
                                .addCheck("ck_orders_price", "price > 0");
                    }
                }
                """);
    }

    @Test
    void nothing_is_left_to_say_afterwards() {
        assertThat(revision("--rename", "trading.orders.qty=quantity").exitCode())
                .isZero();
        Database after = migrator().history().state("shop", any -> true);

        assertThat(Difference.between(after, modelled()).operations()).isEmpty();
        assertThat(Difference.between(after, modelled()).obstacles()).isEmpty();
    }

    @Test
    void another_convention_for_names_holds_for_models_and_for_what_is_written() {
        CommandRun run = CommandRun.of(
                VarveCli.of(LoudModel.class).customized(migrator -> migrator.naming(LoudModel.LOUD)),
                Map.of(),
                asking());

        assertThat(run.err()).isEmpty();
        assertThat(new SourceFolder(folder).text("generated.FollowTheModels"))
                .contains(".addCheck(\"CK_ORDERS_PRICE\"", ".addIndex(\"price\")")
                .doesNotContain("named", "renameConstraint", "pk_");
    }

    @Test
    void check_says_how_models_and_history_differ() {
        CommandRun run = run("check", "--against", "models", "-d", "shop");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("The models of shop differ from its history, which would have to:\n")
                .contains("  create table trading.accounts\n", "  drop column legacy from trading.orders\n");
    }

    @Test
    void models_without_a_revision_differ_from_nothing() {
        assertThat(CommandRun.of(VarveCli.of(Notes.class), Map.of(), "check", "--against", "models"))
                .isEqualTo(new CommandRun(3, """
                        The models of diary differ from its history, which would have to:
                          create table public.notes
                        """, ""));
    }

    @Test
    void what_is_written_runs() {
        assertThat(revision("--rename", "trading.orders.qty=quantity").exitCode())
                .isZero();
        Migrator migrator = migrator();

        migrator.upgrade();

        assertThat(migrator.check("shop").findings()).isEmpty();
    }

    @Test
    void models_are_tables_of_jooq() {
        assertThat(revision("--rename", "trading.orders.qty=quantity").exitCode())
                .isZero();
        migrator().upgrade();
        DSLContext db = DSL.using(SHOP.dataSource(), SQLDialect.POSTGRES);

        Long account = db.insertInto(ACCOUNTS, ACCOUNTS.owner)
                .values("ann")
                .returning(ACCOUNTS.id)
                .fetchSingle(ACCOUNTS.id);
        db.insertInto(ORDERS, ORDERS.account, ORDERS.price)
                .values(account, new BigDecimal("12.5"))
                .execute();

        assertThat(db.select(ACCOUNTS.owner, ORDERS.price, ORDERS.venue)
                        .from(ORDERS)
                        .join(ACCOUNTS)
                        .onKey()
                        .fetchSingle()
                        .intoList())
                .containsExactly("ann", new BigDecimal("12.50000000"), "XNAS");
        assertThat(ORDERS.getPrimaryKey().getFields()).containsExactly(ORDERS.id);
        assertThat(ORDERS.getReferencesTo(ACCOUNTS)).hasSize(1);
        assertThat(ORDERS.getIndexes()).extracting(org.jooq.Index::getName).containsExactly("ix_orders_placed_at");
        assertThat(ORDERS.getChecks()).hasSize(1);
    }

    @Test
    void a_database_that_lacks_revisions_says_nothing_of_what_is_to_come() {
        CommandRun run = revision("--from-database", "--no-rename", "trading.orders.qty");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(
                        "Another revision of shop would come after 0001, which the database does not have yet. Run");
        assertThat(folder).isEmptyDirectory();
    }
}
