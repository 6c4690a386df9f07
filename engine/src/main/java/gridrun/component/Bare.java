package gridrun.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a record with one component: a file writes the component's value in the record's place, without a map around it.
 *
 * <p>The records of a sealed interface that permits such a one are told apart by shape: a number is one record, say,
 * and a list another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bare {
}
