package gridrun.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version of a component that is not Gridrun's own, as its author counts.
 *
 * <p>Together with the class's name it is part of the identity of what is trained with it. Whoever changes what the
 * component computes changes its version, so that results of the old one are not taken for results of the new.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Version {

    /** The version, such as {@code 1} or {@code 2.0}. */
    String value();
}
