/**
 * Tables in and out: files and queries read through DuckDB, and the catalogue of public data sets.
 */
@NullMarked
package evenhand.tables;

import org.jspecify.annotations.NullMarked;
