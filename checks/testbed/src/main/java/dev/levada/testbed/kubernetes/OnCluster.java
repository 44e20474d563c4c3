package dev.levada.testbed.kubernetes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test class or method that needs Kubernetes: it is tagged `cluster`, and its constructors
/// and methods can take a [ControlPlane] (one for the whole run) and a [TestNamespace] (its own,
/// removed afterwards).
@Inherited
@Tag("cluster")
@ExtendWith(ControlPlaneExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnCluster {}
