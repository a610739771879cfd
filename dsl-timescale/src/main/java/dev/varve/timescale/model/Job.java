package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Procedure;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Routine;
import dev.varve.model.TypeName;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A background job that calls a function or procedure again and again
 * (<a href="https://docs.timescale.com/api/latest/jobs-automation/add_job/">documentation</a>). TimescaleDB knows jobs by number; here a
 * job has the name that it shows, in the schema of what it calls, and together with the name of that.
 *
 * @param routine what it calls; it takes the number of the job, an {@code integer}, and its configuration, a {@code jsonb}
 * @param schedule every day unless it says otherwise
 * @param config what the routine is told, as values in JSON by their keys
 * @param check the function that looks at a configuration before the job gets it, and fails if it is none; it takes a {@code jsonb}
 */
public record Job(
        String title,
        ObjectId<? extends Routine> routine,
        Schedule schedule,
        Map<String, String> config,
        Optional<ObjectId<Function>> check)
        implements TimescaleObject {

    private static final Schedule USUAL = Schedule.usual(Interval.NONE, Interval.of(Duration.ofMinutes(5)))
            .every(Interval.ofMicroseconds(Interval.DAY));
    private static final List<TypeName> ARGUMENTS = List.of(TypeName.of("integer"), TypeName.of("jsonb"));
    private static final List<TypeName> CONFIGURATION = List.of(TypeName.of("jsonb"));
    private static final Sql NO_CHECK = Sql.raw("0");

    /** The first 2.minor in which a job can be given a name. */
    private static final int NAMES = 20;

    public Job {
        schedule = schedule.settled(USUAL);
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    /** A job that calls the function of that name. */
    public Job(String title, QualifiedName function, Schedule schedule, Map<String, String> config) {
        this(title, function(function), schedule, config, Optional.empty());
    }

    /** The same with its configuration looked at by that function, or by none. */
    public Job checked(Optional<ObjectId<Function>> other) {
        return new Job(title, routine, schedule, config, other);
    }

    /** The function of that name that a job can call. */
    public static ObjectId<Function> function(QualifiedName name) {
        return Function.id(name, ARGUMENTS);
    }

    /** The procedure of that name that a job can call. */
    public static ObjectId<Procedure> procedure(QualifiedName name) {
        return Procedure.id(name, ARGUMENTS);
    }

    /** The function of that name that can look at a configuration. */
    public static ObjectId<Function> checkFunction(QualifiedName name) {
        return Function.id(name, CONFIGURATION);
    }

    /** The id of the job of that name that calls that routine. */
    public static ObjectId<Job> id(String title, QualifiedName routine) {
        return new ObjectId<>(Job.class, routine.named(title), " (" + routine.name() + ')');
    }

    /** The name of the routine that the job of that id calls. */
    public static QualifiedName routine(ObjectId<Job> id) {
        return id.name().named(id.detail().substring(2, id.detail().length() - 1));
    }

    @Override
    public ObjectId<Job> id() {
        return id(title, routine.name());
    }

    @Override
    public Set<ObjectId<?>> leansOn() {
        return Stream.concat(Stream.of(routine), check.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Statement> making(Database database) {
        TimescaleEdition.require(id(), "The name", NAMES, database);
        TimescaleCall add = TimescaleCall.of("add_job").with("proc", routine.name());
        Schedule added = schedule.asAdded(USUAL);
        TimescaleCall call = added.adding(add)
                .with("config", configuration())
                .with("fixed_schedule", Literal.of(schedule.start().isPresent()))
                .with("job_name", title);
        TimescaleCall checked = check.map(function -> call.with("check_config", function.name()))
                .orElse(call);
        Statement adding = Statement.of(checked.select(database), LockMode.NONE);
        return schedule.equals(added) ? List.of(adding) : List.of(adding, altering(added, check, database));
    }

    private Sql configuration() {
        return Sql.of("{}::jsonb", Literal.text(json()));
    }

    private String json() {
        return config.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The statement that makes this job of another one of the same name that calls the same, in place. */
    public Statement changing(Job old, Database database) {
        return altering(old.schedule, old.check, database);
    }

    private Statement altering(Schedule old, Optional<ObjectId<Function>> oldCheck, Database database) {
        TimescaleCall alter = TimescaleCall.of("alter_job")
                .with("job_id", Sql.raw("j.id"))
                .with("schedule_interval", schedule.every().orElseThrow())
                .with("config", configuration());
        TimescaleCall call = schedule.altering(alter, old, database);
        return found(check.equals(oldCheck) ? call : checking(call), database);
    }

    private TimescaleCall checking(TimescaleCall alter) {
        return check.map(function -> alter.with("check_config", function.name()))
                .orElse(alter.with("check_config", NO_CHECK));
    }

    @Override
    public List<Statement> unmaking(Database database) {
        return List.of(found(TimescaleCall.of("delete_job").with("job_id", Sql.raw("j.id")), database));
    }

    private Statement found(TimescaleCall call, Database database) {
        return Statement.of(
                Sql.of(
                        """
                        {}
                        from {}.bgw_job j
                        where j.proc_schema = {} and j.proc_name = {} and j.application_name = format('%s [%s]', {}, j.id)""",
                        call.select(database),
                        TimescaleEdition.of(database).jobCatalog(),
                        Literal.text(routine.name().schema()),
                        Literal.text(routine.name().name()),
                        Literal.text(title)),
                LockMode.NONE);
    }

    /** It calls the routine by whatever name that has; what looks at its configuration TimescaleDB would look for by the old name. */
    @Override
    public Job following(Rename rename) {
        check.filter(routine -> !followed(routine, rename).equals(routine)).ifPresent(routine -> {
            throw new RefusedException(
                    id(),
                    "Job \"" + title + "\" has its configuration checked by " + routine
                            + ", and TimescaleDB would go on"
                            + " looking for that by its old name. Let the job be checked by nothing before the rename, and by the new"
                            + " name after it, in the same revision.");
        });
        return new Job(title, followed(routine, rename), schedule, config, check);
    }

    private static <R extends Routine> ObjectId<R> followed(ObjectId<R> routine, Rename rename) {
        ObjectId<R> followed = rename.follow(routine);
        return followed.named(rename.followSchema(followed.name()));
    }
}
