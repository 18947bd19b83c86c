/** The model file: a zip of JSON and native parts behind a hashed manifest. */
@NullMarked
package evenhand.model;

import org.jspecify.annotations.NullMarked;
