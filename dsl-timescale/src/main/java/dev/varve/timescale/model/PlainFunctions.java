package dev.varve.timescale.model;

import dev.varve.sql.Statement;
import java.util.List;

final class PlainFunctions {
    private PlainFunctions() {}

    static List<Statement> creation(String schema) {
        return List.of();
    }

    static List<Statement> removal(String schema) {
        return List.of();
    }
}
