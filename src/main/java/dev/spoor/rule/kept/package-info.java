/**
 * Rules that were read before, in files that spare reading them again. Entry point: {@link dev.spoor.rule.kept.KeptRules} (the rule files of
 * one folder). May import {@code rule}, {@code rule.reader}, {@code query.expr}, {@code query.parse}, {@code event}, {@code attack}.
 *
 * <p>A file (numbers are seven bits a byte, the lowest first, the eighth tells that more follow):
 *
 * <pre>
 * file     = "SPOORKR1" made texts fields entries crc32-of-all-before      the checksum has four bytes, big-endian
 * made     = length UTF-8                                  what the readings depend on beside the files
 * texts    = count { length UTF-8 }                       every text of the file, once
 * fields   = count { name count { view path } }           every field that conditions name, once; name and path are numbers of texts
 * entries  = count { path sha256:32-bytes length readings }   of each rule file
 * readings = count { kind ... }                           the components of the records, in their order
 * </pre>
 *
 * Enumerations and the kinds of sealed types are their places in a closed list; nothing in a file names a class. Every number is checked against what is left of the file, so that
 * what is made of a file is at most some tens of times as large.
 */
package dev.spoor.rule.kept;
