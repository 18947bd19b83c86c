/**
 * What was measured, written for people and for programs: terminal, HTML, JSON, Markdown, pictures.
 */
@NullMarked
package evenhand.report;

import org.jspecify.annotations.NullMarked;
