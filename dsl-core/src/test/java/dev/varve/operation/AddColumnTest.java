package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ObjectId;
import dev.varve.model.Schema;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddColumnTest {
    static final QualifiedName N = QualifiedName.of("trading", "orders");
    static final ObjectId<Table> T = Table.id(N);

    @Test
    void a_column() {
        OperationLaws.of(new AddColumn(T, Column.of("venue", TypeName.of("varchar(10)"))))
                .given(new Schema("trading"), Table.of(N, List.of(Column.of("id", TypeName.of("bigint")))))
                .hold();
    }
}
