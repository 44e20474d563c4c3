package dev.levada.testbed.program;

/// A program that Go builds.
///
/// @param file the name of its file
/// @param goPackage the package it is built from, as the tool module's go.mod lists it
public record GoProgram(String file, String goPackage) {}
