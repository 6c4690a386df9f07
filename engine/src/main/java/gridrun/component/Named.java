package gridrun.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a component in experiment files, where it is not that of its type in snake case. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Named {

    /** The name, such as {@code macro_f1}. */
    String value();

    /**
     * A regular expression for further names, of which each gives the first parameter within:
     * {@code top_(\d+)_accuracy} takes {@code top_3_accuracy} for a {@code top_k_accuracy} of 3. Empty where there are
     * none.
     */
    String numbered() default "";
}
