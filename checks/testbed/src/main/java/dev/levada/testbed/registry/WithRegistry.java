package dev.levada.testbed.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test that needs a real registry: its constructors and methods can take a [Registry] that
/// lets everyone in, one for the whole run. It is tagged `server`.
@Inherited
@Tag("server")
@ExtendWith(RegistryExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithRegistry {}
