package dev.varve.testing;

import java.util.List;

/** The kinds of databases on which laws are tried: how one is made, and how everything that a law left in it is dropped again. */
enum LawDatabaseKind {
    /** Without any objects. */
    PLAIN(List.of(), """
            do $$
            declare command text;
            begin
                for command in
                    select format('drop extension %I cascade', extname) from pg_extension where extname <> 'plpgsql'
                loop
                    execute command;
                end loop;
                for command in
                    select format('drop publication %I', pubname) from pg_publication
                    union all
                    select format('drop event trigger %I', evtname) from pg_event_trigger
                    union all
                    select format('drop access method %I cascade', amname) from pg_am where oid >= 16384
                    union all
                    select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
                    union all
                    select format('drop transform for %s language %I cascade', trftype::regtype, lanname)
                    from pg_transform t join pg_language l on l.oid = trflang where t.oid >= 16384
                    union all
                    select format('drop language %I cascade', lanname) from pg_language where oid >= 16384
                loop
                    execute command;
                end loop;
                for command in
                    select format('drop owned by %I cascade', rolname) from pg_roles where rolname like 'varve\\_%'
                    union all
                    select 'alter default privileges grant execute on routines to public'
                    union all
                    select 'alter default privileges grant usage on types to public'
                loop
                    execute command;
                end loop;
                for command in
                    select format('drop schema %I cascade', nspname) from pg_namespace
                    where nspname !~ '^pg_' and nspname <> 'information_schema'
                loop
                    execute command;
                end loop;
                create schema public authorization pg_database_owner;
                grant usage on schema public to public;
                comment on schema public is 'standard public schema';
            end $$
            """),

    /** With TimescaleDB and nothing else. It is dropped if something is left in it that the statement does not know. */
    TIMESCALE(List.of("create extension timescaledb"), """
            do $$
            declare command text;
            begin
                for command in
                    select format('drop event trigger %I', evtname) from pg_event_trigger
                    where not exists (select from pg_depend d where d.classid = 'pg_event_trigger'::regclass
                        and d.objid = pg_event_trigger.oid and d.deptype = 'e')
                    union all
                    select format('drop view if exists %s cascade', c.oid::regclass)
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'v' and n.nspname !~ '^(pg_|_?timescaledb|information_schema$)'
                        and not exists (select from _timescaledb_catalog.continuous_agg a
                            where a.user_view_schema = n.nspname and a.user_view_name = c.relname)
                loop
                    execute command;
                end loop;
                for command in
                    select format('drop materialized view %I.%I', user_view_schema, user_view_name)
                    from _timescaledb_catalog.continuous_agg order by mat_hypertable_id desc
                loop
                    execute command;
                end loop;
                perform public.delete_job(job_id) from timescaledb_information.jobs where job_id >= 1000;
                for command in
                    select format('drop owned by %I cascade', rolname) from pg_roles where rolname like 'varve\\_%'
                    union all
                    select format('drop schema %I cascade', nspname) from pg_namespace
                    where nspname !~ '^(pg_|_?timescaledb|information_schema$|public$)'
                    union all
                    select format('drop table if exists %s cascade', c.oid::regclass) from pg_class c
                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                loop
                    execute command;
                end loop;
                if exists (select from pg_class where relnamespace = 'public'::regnamespace)
                    or exists (select from _timescaledb_catalog.hypertable)
                    or exists (
                        select from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (
                            select from pg_depend d
                            where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))
                then
                    raise exception 'something is left';
                end if;
            end $$
            """);

    /** A database with subscriptions cannot even be dropped. */
    private static final String UNSUBSCRIPTION = """
            do $$
            declare command text;
            begin
                for command in
                    select format('alter subscription %1$I disable; alter subscription %1$I set (slot_name = none);'
                        || ' drop subscription %1$I', subname)
                    from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())
                loop
                    execute command;
                end loop;
            end $$
            """;

    private final List<String> preparation;
    private final String wipe;

    LawDatabaseKind(List<String> preparation, String wipe) {
        this.preparation = preparation;
        this.wipe = wipe;
    }

    /** What is run in a database without any objects to make one of this kind. */
    List<String> preparation() {
        return preparation;
    }

    /** The statements that drop what laws leave, the last of which fails if there is something that it cannot drop. */
    List<String> wipe() {
        return List.of(UNSUBSCRIPTION, wipe);
    }
}
