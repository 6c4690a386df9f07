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

    /**
     * Whether the default is among what a configuration is identified by. Not so for a setting that came later: where
     * it stands at its default it is left out, so that results which were recorded before it came keep their identity.
     */
    boolean identifies() default true;
}
