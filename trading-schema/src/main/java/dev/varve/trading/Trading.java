package dev.varve.trading;

import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.table;

import dev.varve.dsl.EnumSpec;
import dev.varve.dsl.PlainTable;

/** The names of the trading platform: its databases, schemas and the tables that others refer to. */
public final class Trading {

    /** The database of accounts, orders and everything else that must never be lost. */
    public static final String POSTGRES = "postgres";

    /** The database of market data, a TimescaleDB. */
    public static final String TIMESCALE = "timescale";

    /** Who may do what. */
    public static final String AUTH = "auth";

    /** Orders and what becomes of them. */
    public static final String TRADING = "trading";

    /** What the markets say. */
    public static final String MARKET_DATA = "market_data";

    /** What everything else refers to: instruments, venues, currencies. */
    public static final String REFERENCE = "reference";

    /** Whether an order, execution or trade buys or sells. */
    public static final EnumSpec SIDE = enumType("side").inSchema(TRADING);

    /** How an order is priced. */
    public static final EnumSpec ORDER_TYPE = enumType("order_type").inSchema(TRADING);

    /** How long an order stands. */
    public static final EnumSpec TIME_IN_FORCE = enumType("time_in_force").inSchema(TRADING);

    /** What has become of an order. */
    public static final EnumSpec ORDER_STATUS = enumType("order_status").inSchema(TRADING);

    /** People and machines that log in. */
    public static final PlainTable USERS = table("users").inSchema(AUTH);

    /** What users are allowed to do. */
    public static final PlainTable ROLES = table("roles").inSchema(AUTH);

    /** Keys by which programs of a user log in. */
    public static final PlainTable API_KEYS = table("api_keys").inSchema(AUTH);

    /** What money is counted in. */
    public static final PlainTable CURRENCIES = table("currencies").inSchema(REFERENCE);

    /** What is traded. */
    public static final PlainTable INSTRUMENTS = table("instruments").inSchema(REFERENCE);

    /** What belongs to whom. */
    public static final PlainTable ACCOUNTS = table("accounts").inSchema(TRADING);

    /** What users want to trade. */
    public static final PlainTable ORDERS = table("orders").inSchema(TRADING);

    /** What was traded. */
    public static final PlainTable EXECUTIONS = table("executions").inSchema(TRADING);

    /** What an account holds of an instrument. */
    public static final PlainTable POSITIONS = table("positions").inSchema(TRADING);

    /** What an account holds of a currency. */
    public static final PlainTable BALANCES = table("balances").inSchema(TRADING);

    /** Money that comes and goes. */
    public static final PlainTable TRANSFERS = table("transfers").inSchema(TRADING);

    private Trading() {}
}
