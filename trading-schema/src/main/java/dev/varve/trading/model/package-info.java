/** What both databases hold now: every table as a class that queries use, and everything else beside them. */
@NullMarked
package dev.varve.trading.model;

import org.jspecify.annotations.NullMarked;
