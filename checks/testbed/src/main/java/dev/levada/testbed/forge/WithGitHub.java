package dev.levada.testbed.forge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test that needs an emulated GitHub: its constructors and methods can take a
/// [GitHubEmulator], one for the whole run. It is skipped where there is no Node.js. It is tagged
/// `server`.
@Inherited
@Tag("server")
@ExtendWith(GitHubExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithGitHub {}
