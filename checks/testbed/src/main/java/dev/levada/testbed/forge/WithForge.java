package dev.levada.testbed.forge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test that needs a real forge: its constructors and methods can take a [Gitea], one for
/// the whole run. It is tagged `server`.
@Inherited
@Tag("server")
@ExtendWith(ForgeExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithForge {}
