package dev.varve.cli;

import dev.varve.diff.Renaming;
import dev.varve.execute.CheckResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found of a database.
 *
 * @param other with what its history was compared: {@code database} or {@code models}
 * @param operations what would lead from the history there, a line each
 * @param doubts what cannot be compared without a server, a line each
 * @param renamings what may be called otherwise instead of being gone
 */
record CheckedDatabase(
        String other, CheckResult found, List<String> operations, List<String> doubts, List<Renaming> renamings) {

    int exitCode() {
        if (!operations.isEmpty()) {
            return VarveCli.DIFFERENT;
        }
        return doubts.isEmpty() ? VarveCli.OK : VarveCli.UNDECIDED;
    }

    void print(Terminal terminal) {
        terminal.print(exitCode() == VarveCli.OK ? terminal.good(verdict()) : terminal.bad(verdict()));
        operations.forEach(operation -> terminal.print("  " + operation));
        renamings.forEach(renaming -> terminal.print("  " + renaming.sentence()));
        found.unreadable().forEach(what -> terminal.print("  not compared: " + what));
        if (!doubts.isEmpty()) {
            terminal.print("  cannot be compared without a server (--against both):");
            doubts.forEach(doubt -> terminal.print("    " + doubt));
        }
    }

    private String verdict() {
        String name = found.database();
        boolean isOfModels = other.equals("models");
        if (exitCode() == VarveCli.OK) {
            return name + (isOfModels ? " is as its models say." : " is as its history says.");
        }
        if (exitCode() == VarveCli.UNDECIDED) {
            return "The models of " + name + " differ from its history in nothing but words.";
        }
        return isOfModels
                ? "The models of " + name + " differ from its history, which would have to:"
                : name + " differs from its history in " + places() + ", as if somebody had said:";
    }

    private String places() {
        return operations.size() == 1 ? "1 place" : operations.size() + " places";
    }

    /** The same for programs. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", found.database());
        map.put("against", other);
        map.put("operations", operations);
        map.put("renamings", renamings.stream().map(Renaming::answer).toList());
        map.put("findings", found.findings().stream().map(Object::toString).toList());
        map.put("notCompared", found.unreadable());
        map.put("cannotCompare", doubts);
        return map;
    }
}
