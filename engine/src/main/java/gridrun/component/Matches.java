package gridrun.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a text must look like: of a record component, or of a record that reads itself from one scalar.
 *
 * <p>Numbers are another matter: a record that takes {@code 32} and {@code full} matches {@code full}. Where the
 * expression is nothing but words between bars, editors offer the words.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Matches {

    /** A regular expression for the whole text, of the kind that Java and JSON Schema share. */
    String value();
}
