package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.index;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.table;
import static dev.varve.diff.SmallSchemas.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.source.MigrationText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectDifferenceTest {

    @Test
    void values_are_added_to_an_enum_where_they_belong_and_a_lost_one_rebuilds_it() {
        EnumType two = new EnumType(name("side"), List.of("BUY", "SELL"));
        EnumType four = new EnumType(name("side"), List.of("HOLD", "BUY", "SHORT", "SELL"));

        assertThat(Difference.between(holding(two), holding(four)).operations())
                .extracting(operation ->
                        operation.statements(holding(two)).get(0).sql().text())
                .containsExactly(
                        "alter type public.side add value 'HOLD' before 'BUY'",
                        "alter type public.side add value 'SHORT' after 'BUY'");
        assertThat(words(Difference.between(holding(four), holding(two))))
                .containsExactly("give enum type public.side the values [BUY, SELL], recreating what uses it");
    }

    @Test
    void an_index_that_is_made_again_is_written_with_its_comment() {
        Table books = table("books", column("id", "integer"), column("title", "text"));
        Index byTitle = index("by_title", books, IndexKey.column("title"));
        Index byId = index("by_title", books, IndexKey.column("id"));
        Comment comment = new Comment(byTitle.id(), "", "for readers");
        Database before = holding(books, byTitle, comment);
        Difference difference = Difference.between(before, holding(books, byId, comment));

        assertThat(MigrationText.of(difference.operations(), before, NamingConvention.STANDARD)
                        .statements())
                .contains("changes.drop(index(\"by_title\"))", "\"for readers\"");
    }
}
