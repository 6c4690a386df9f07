package gridrun.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default of a record component, as the text one would write in an experiment file.
 *
 * <p>This is the one place where a default stands. {@code @Default("null")} makes a component optional without giving
 * it a value; a component without the annotation is required.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {

    /** The value, in YAML. */
    String value();
}
