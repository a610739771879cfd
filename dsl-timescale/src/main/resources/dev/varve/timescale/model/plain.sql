-- What TimescaleDB's functions do, for a PostgreSQL without it; {} is their schema, and an empty line parts two statements.

create function {}.varve_us(i interval) returns bigint language sql immutable strict parallel safe as
$$
select extract(day from i)::bigint * 86400000000
     + extract(hour from i)::bigint * 3600000000 + extract(minute from i)::bigint * 60000000
     + extract(microseconds from i)::bigint $$

create function {}.varve_months(i interval) returns integer language sql immutable strict parallel safe as
$$ select extract(year from i)::int * 12 + extract(month from i)::int $$

create function {}.varve_floor(n numeric, d numeric) returns bigint language sql immutable strict parallel safe as
$$ select floor(div(n - mod(mod(n,d)+d, d), d))::bigint $$

create function {}.varve_bucket(w interval, ts timestamp, origin timestamp) returns timestamp
language plpgsql immutable strict parallel safe as $$
declare mon int := {}.varve_months(w); us bigint := {}.varve_us(w); n bigint; m int; o int; d bigint; rest bigint;
begin
  if ts = 'infinity'::timestamp or ts = '-infinity'::timestamp then return ts; end if;
  if mon <> 0 then
    if us <> 0 then raise exception 'month intervals cannot have day or time component' using errcode='feature_not_supported'; end if;
    if mon <= 0 then raise exception 'period must be greater than 0' using errcode='invalid_parameter_value'; end if;
    m := (extract(year from ts)::int     + case when extract(year from ts) < 0     then 1 else 0 end) * 12 + extract(month from ts)::int - 1;
    o := ((extract(year from origin)::int + case when extract(year from origin) < 0 then 1 else 0 end) * 12 + extract(month from origin)::int - 1) % mon;
    n := {}.varve_floor(m - o, mon) * mon + o;
    m := {}.varve_floor(n, 12)::int;
    return make_timestamp(case when m <= 0 then m - 1 else m end, (n - m * 12)::int + 1, 1, 0, 0, 0);
  end if;
  if us <= 0 then raise exception 'period must be greater than 0' using errcode='invalid_parameter_value'; end if;
  n := {}.varve_floor(extract(epoch from ts)::numeric * 1000000 - extract(epoch from origin)::numeric * 1000000, us) * us;
  d := n / 86400000000; rest := n % 86400000000;
  return origin + make_interval(days => d::int) + make_interval(secs => rest / 1000000.0);
end $$

create function {}.time_bucket(bucket_width interval, ts timestamp) returns timestamp language sql immutable strict parallel safe as
$$ select {}.varve_bucket(bucket_width, ts, timestamp '2000-01-03') $$

create function {}.time_bucket(bucket_width interval, ts timestamp, origin timestamp) returns timestamp language sql immutable strict parallel safe as
$$ select {}.varve_bucket(bucket_width, ts, origin) $$

create function {}.time_bucket(bucket_width interval, ts timestamp, "offset" interval) returns timestamp language sql immutable strict parallel safe as
$$ select {}.varve_bucket(bucket_width, ts - "offset", timestamp '2000-01-03') + "offset" $$

create function {}.time_bucket(bucket_width interval, ts timestamptz) returns timestamptz language sql immutable strict parallel safe as
$$ select {}.varve_bucket(bucket_width, ts at time zone 'UTC', timestamp '2000-01-03') at time zone 'UTC' $$

create function {}.time_bucket(bucket_width interval, ts timestamptz, origin timestamptz) returns timestamptz language sql immutable strict parallel safe as
$$ select {}.varve_bucket(bucket_width, ts at time zone 'UTC', origin at time zone 'UTC') at time zone 'UTC' $$

create function {}.time_bucket(bucket_width interval, ts timestamptz, "offset" interval) returns timestamptz language sql stable strict parallel safe as
$$ select ({}.varve_bucket(bucket_width, (ts - "offset") at time zone 'UTC', timestamp '2000-01-03') at time zone 'UTC') + "offset" $$

create function {}.time_bucket(bucket_width interval, ts timestamptz, timezone text, origin timestamptz default null, "offset" interval default null)
returns timestamptz language plpgsql stable parallel safe as $$
declare t timestamptz := ts; r timestamptz;
begin
  if bucket_width is null or ts is null or timezone is null then return null; end if;
  if "offset" is not null then t := t - "offset"; end if;
  r := {}.varve_bucket(bucket_width, t at time zone timezone,
         case when origin is null then timestamp '2000-01-03' else origin at time zone timezone end) at time zone timezone;
  while r > t loop r := r - bucket_width; end loop;
  if "offset" is not null then r := r + "offset"; end if;
  return r;
end $$

create function {}.varve_daily(i interval) returns void language plpgsql immutable strict as $$
begin
  if {}.varve_us(i) < 86400000000 then raise exception 'interval must not have sub-day precision' using errcode='feature_not_supported'; end if;
  if {}.varve_us(i) % 86400000000 <> 0 then raise exception 'interval must be a multiple of a day' using errcode='feature_not_supported'; end if;
end $$

create function {}.time_bucket(bucket_width interval, ts date, origin date) returns date language plpgsql immutable strict parallel safe as $$
begin
  if ts = 'infinity'::date or ts = '-infinity'::date then return ts; end if;
  if {}.varve_months(bucket_width) = 0 then perform {}.varve_daily(bucket_width); end if;
  return {}.varve_bucket(bucket_width, ts::timestamp, origin::timestamp)::date;
end $$

create function {}.time_bucket(bucket_width interval, ts date) returns date language sql immutable strict parallel safe as
$$ select {}.time_bucket(bucket_width, ts, date '2000-01-03') $$

create function {}.time_bucket(bucket_width interval, ts date, "offset" interval) returns date language plpgsql immutable strict parallel safe as $$
begin
  if {}.varve_months("offset") <> 0 then raise exception 'interval defined in terms of month, year, century etc. not supported' using errcode='feature_not_supported'; end if;
  perform {}.varve_daily("offset");
  if ts = 'infinity'::date or ts = '-infinity'::date then return ts; end if;
  return ({}.time_bucket(bucket_width, (ts - "offset")::date) + "offset")::date;
end $$

create function {}.varve_int(p numeric, t numeric, o numeric) returns numeric language plpgsql immutable strict parallel safe as $$
begin
  if p <= 0 then raise exception 'period must be greater than 0' using errcode='invalid_parameter_value'; end if;
  o := mod(o, p); return {}.varve_floor(t - o, p) * p + o;
end $$

create function {}.time_bucket(bucket_width smallint, ts smallint) returns smallint language sql immutable strict parallel safe as $$ select {}.varve_int(bucket_width, ts, 0)::smallint $$

create function {}.time_bucket(bucket_width integer, ts integer) returns integer language sql immutable strict parallel safe as $$ select {}.varve_int(bucket_width, ts, 0)::integer $$

create function {}.time_bucket(bucket_width bigint, ts bigint) returns bigint language sql immutable strict parallel safe as $$ select {}.varve_int(bucket_width, ts, 0)::bigint $$

create function {}.time_bucket(bucket_width smallint, ts smallint, "offset" smallint) returns smallint language sql immutable strict parallel safe as $$ select {}.varve_int(bucket_width, ts, "offset")::smallint $$

create function {}.time_bucket(bucket_width integer, ts integer, "offset" integer) returns integer language sql immutable strict parallel safe as $$ select {}.varve_int(bucket_width, ts, "offset")::integer $$

create function {}.time_bucket(bucket_width bigint, ts bigint, "offset" bigint) returns bigint language sql immutable strict parallel safe as $$ select {}.varve_int(bucket_width, ts, "offset")::bigint $$

create function {}.varve_first_s(st text[], v anyelement, ts anycompatible) returns text[] language plpgsql immutable parallel safe as $$
declare cur ts%type;
begin
  if st is null then return array[v::text, ts::text]; end if;
  if ts is null then return st; end if;
  if st[2] is null then return array[v::text, ts::text]; end if;
  cur := st[2];
  if ts < cur then return array[v::text, ts::text]; end if;
  return st;
end $$

create function {}.varve_last_s(st text[], v anyelement, ts anycompatible) returns text[] language plpgsql immutable parallel safe as $$
declare cur ts%type;
begin
  if st is null then return array[v::text, ts::text]; end if;
  if ts is null then return st; end if;
  if st[2] is null then return array[v::text, ts::text]; end if;
  cur := st[2];
  if ts > cur then return array[v::text, ts::text]; end if;
  return st;
end $$

create function {}.varve_bookend_f(st text[], v anyelement, ts anycompatible) returns anyelement language plpgsql immutable parallel safe as $$
declare r v%type;
begin
  if st is null then return null; end if;
  r := st[1];
  return r;
end $$

create aggregate {}.first(anyelement, anycompatible) (sfunc = {}.varve_first_s, stype = text[], finalfunc = {}.varve_bookend_f, finalfunc_extra, parallel = safe)

create aggregate {}.last(anyelement, anycompatible)  (sfunc = {}.varve_last_s,  stype = text[], finalfunc = {}.varve_bookend_f, finalfunc_extra, parallel = safe)

create function {}.varve_hist_s(st integer[], v float8, lo float8, hi float8, n integer) returns integer[] language plpgsql immutable parallel safe as $$
declare b int;
begin
  v := coalesce(v, 0);
  if lo > hi then raise exception 'lower bound cannot exceed upper bound' using errcode='invalid_parameter_value'; end if;
  if st is null then st := array_fill(0, array[n + 2]); end if;
  b := width_bucket(v, lo, hi, n); st[b + 1] := st[b + 1] + 1; return st;
end $$

create aggregate {}.histogram(float8, float8, float8, integer) (sfunc = {}.varve_hist_s, stype = integer[], parallel = safe)
