/** The registry of query languages. A leaf: it knows all front ends, none of them knows it. */
package dev.spoor.query.languages;
