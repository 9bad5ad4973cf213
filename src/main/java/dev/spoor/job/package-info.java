/**
 * Progress and cancelling of long work. Everything that may take longer than a second takes a {@link dev.spoor.job.Job}.
 * Imports nothing of Spoor.
 */
package dev.spoor.job;
