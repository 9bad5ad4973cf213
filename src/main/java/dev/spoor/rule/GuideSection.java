package dev.spoor.rule;

/**
 * A part of a rule's guide: investigation, configuration, set-up, how to implement, known false positives.
 *
 * @param title    its heading
 * @param markdown its text in CommonMark; headings inside begin at level 3
 */
public record GuideSection(String title, String markdown) {}
