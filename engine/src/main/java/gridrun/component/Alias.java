package gridrun.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Further names under which a component is accepted; what is logged is always the canonical one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Alias {

    /** The names, in the snake case of experiment files. */
    String[] value();
}
