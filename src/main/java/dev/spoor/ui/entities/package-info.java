/**
 * The entities screen: hosts and users by risk, and the alerts that it comes from. Entry point is {@link dev.spoor.ui.entities.EntitiesScreen}. May import {@code workbench}
 * and what lies below it, {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.entities;
