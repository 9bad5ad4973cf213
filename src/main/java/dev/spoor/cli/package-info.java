/**
 * The command line: {@link dev.spoor.cli.CommandLineApp} runs one class per command. Commands only read options, call the use cases of
 * {@code workbench} and print.
 */
package dev.spoor.cli;
